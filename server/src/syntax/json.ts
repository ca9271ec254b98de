import { createScanner } from 'jsonc-parser';
import { createReader, type JsonOptions, type JsonPiece } from './json-reader.ts';
import { type ParsedProperties, type ParsedText, sortProblems } from './parsed-text.ts';

/**
 * Reads a JSON text, however half-typed: what is missing is said as a problem and what follows it is still read.
 * A string that is not closed ends with its line.
 */
export function parseJson(text: string, options: JsonOptions): ParsedText {
  const reader = createReader(text, createScanner(text, false), options);
  const root = reader.readRoot();
  return { root, problems: sortProblems(reader.problems) };
}

/**
 * Reads a piece of an object's inside: one property, with whatever brackets and commas stand before and behind it.
 * Those are the cutter's business and make no problems here.
 */
export function parseJsonProperty(text: string, options: JsonOptions, piece: JsonPiece): ParsedProperties {
  const reader = createReader(text, createScanner(text, false), options);
  const properties = reader.readPiece(piece);
  return { properties, problems: sortProblems(reader.problems) };
}
