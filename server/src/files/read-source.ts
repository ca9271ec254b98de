import { readFileSync, statSync } from 'node:fs';
import { largestText } from '../service/largest-text.ts';
import { type Decoded, decode } from './decode.ts';
import { describeFailure, tooLarge } from './failure.ts';

/** Reads a file as text. */
export function readSource(file: string): Decoded {
  try {
    if (statSync(file).size > largestText) return { text: undefined, message: tooLarge };
    return decode(readFileSync(file));
  } catch (error) {
    return { text: undefined, message: describeFailure(error) };
  }
}
