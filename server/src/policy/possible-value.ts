import type { ValueShape } from '../catalog/key-values.ts';
import { hasWildcard } from './wildcard.ts';

/** Whether a text, with wildcards as an operator such as `StringLike` reads them, may be a value of its key. */
export function isPossible(text: string, shape: ValueShape): boolean {
  if (text === '' || isStillOpen(text) || shape.fits(text)) return true;
  return hasWildcard(text) && mayFit(text, shape);
}

/** Variables, and what stands in brackets of any kind, will be something else. */
function isStillOpen(text: string): boolean {
  return /[<>{}[\]]/.test(text);
}

/** Only what stands before the first wildcard is looked at: `vpc-*` may be the id of a VPC, `subnet-*` is none. */
function mayFit(pattern: string, { fits }: ValueShape): boolean {
  const start = pattern.slice(0, pattern.search(/[*?]/));
  const candidates = examples.filter(fits);
  return (
    candidates.length === 0 || candidates.some((each) => each.startsWith(start) || start.startsWith(commonStart(each)))
  );
}

/** What all values of its shape begin with: `vpc-`, `o-`, `arn:`. */
function commonStart(example: string): string {
  return /^[a-z]+[-:]?/.exec(example)?.[0] ?? '';
}

/** One of each shape that has a beginning of its own; in other shapes every beginning may fit. */
const examples = ['vpc-1a2b3c4d', 'vpce-1a2b3c4d', 'o-a1b2c3d4e5', 'arn:aws:s3:::example', 'true', 'false'];
