import { readFileSync } from 'node:fs';
import { type Decoded, decode } from './decode.ts';
import { describeFailure } from './failure.ts';

/** Reads a file as text. */
export function readSource(file: string): Decoded {
  try {
    return decode(readFileSync(file));
  } catch (error) {
    return { text: undefined, message: describeFailure(error) };
  }
}
