import type { Severity } from '../lint/finding.ts';

/** What a stretch of terminal text is; how it looks is the paint's affair, and nothing is said by colour alone. */
export type Tone = Severity | 'strong' | 'faint' | 'code';

/** Dresses a text for where it will be read. */
export type Paint = (tone: Tone, text: string) => string;

/** For files, pipes and terminals without colours. */
export const plainPaint: Paint = (_tone, text) => text;

/** "Select graphic rendition" parameters of ECMA-48: on, off. */
const codes: Readonly<Record<Tone, readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  info: [34, 39],
  hint: [36, 39],
  strong: [1, 22],
  faint: [2, 22],
  code: [36, 39],
};

/** For terminals that understand ANSI colours. */
export const ansiPaint: Paint = (tone, text) => {
  const [on, off] = codes[tone];
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
};
