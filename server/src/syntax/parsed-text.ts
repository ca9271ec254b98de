import type { Node, Property, SyntaxProblem } from './node.ts';

/** What a parser read from a whole text. */
export interface ParsedText {
  /** Undefined when the text holds no value. */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** What a parser read from a piece of a text that holds properties of an object without the object around them. */
export interface ParsedProperties {
  readonly properties: readonly Property[];
  readonly problems: readonly SyntaxProblem[];
}

/**
 * The levels of nesting that are read. Templates and policies stay far below; a text nested deeper than the stack would
 * otherwise end the process.
 */
export const deepestNesting = 200;

/** Said once of a text that is nested deeper than `deepestNesting`. */
export const tooDeepMessage = `This is nested deeper than ${deepestNesting} levels and is not read further.`;

/** In the order of the text. Of problems that begin at one place, the one that shows most is enough. */
export function sortProblems(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  const sorted = problems.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return sorted.filter((each, at) => sorted[at - 1]?.span.start !== each.span.start);
}
