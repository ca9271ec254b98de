import type { Span } from '../../base/span.ts';
import { table } from '../../base/table.ts';

/** Farther away nothing is looked for: a string may be as long as a file. */
const farthest = 2000;

/**
 * What can be selected around a place of a text, by its characters alone: the word, the placeholder or `${…}`, the parts
 * between `/` and between `:`, the resource of an ARN, what stands between white space or quotes, and pairs of brackets.
 */
export function wordSpans(text: string, index: number): readonly Span[] {
  const from = Math.max(0, index - farthest);
  const near = text.slice(from, index + farthest);
  const spans = spansNear(near, index - from);
  // What reaches to the end of the part that is looked at is not known to end there.
  const isWhole = ({ start, end }: Span) =>
    (start > 0 || from === 0) && (end < near.length || from + near.length === text.length);
  const hasName = ({ start, end }: Span) => /[\p{L}\p{N}*]/u.test(near.slice(start, end));
  return spans
    .filter((span) => isWhole(span) && hasName(span))
    .map(({ start, end }) => ({ start: from + start, end: from + end }));
}

function spansNear(text: string, index: number): readonly Span[] {
  const masked = text.replace(holes, (hole) => 'x'.repeat(hole.length));
  return [
    run(text, index, /[\p{L}\p{N}_]/u),
    ...holeSpans(text, index),
    run(masked, index, /[^\s,;"'`()[\]{}<>|/:]/),
    run(masked, index, /[^\s,;"'`()[\]{}<>|:]/),
    ...resourceSpans(masked, index),
    run(masked, index, nameCharacter),
    ...bracketSpans(masked, index),
  ];
}

const nameCharacter = /[^\s,;"'`()[\]{}<>|]/;

/** What has delimiters of its own: `${AWS::AccountId}`, `<account id>`. */
const holes = /\$\{[^{}\n]{1,200}\}|<[^<>\n]{1,200}>/g;

function holeSpans(text: string, index: number): readonly Span[] {
  for (const hole of text.matchAll(holes)) {
    const start = hole.index;
    const end = start + hole[0].length;
    if (start > index) break;
    if (index > end) continue;
    return [
      { start: start + (hole[0].startsWith('$') ? 2 : 1), end: end - 1 },
      { start, end },
    ];
  }
  return [];
}

/** Of an ARN all that stands behind its account: it may have colons. */
function resourceSpans(masked: string, index: number): readonly Span[] {
  const arn = run(masked, index, nameCharacter);
  if (!masked.startsWith('arn:', arn.start)) return [];
  let start = arn.start;
  for (let field = 0; field < 5; field++) {
    start = masked.indexOf(':', start) + 1;
    if (start === 0 || start > arn.end) return [];
  }
  return [{ start, end: arn.end }];
}

/** The longest stretch of such characters that the index touches. */
function run(text: string, index: number, character: RegExp): Span {
  let start = index;
  while (start > 0 && character.test(text.charAt(start - 1))) start--;
  let end = index;
  while (end < text.length && character.test(text.charAt(end))) end++;
  return { start, end };
}

const opening: Readonly<Record<string, string>> = table({ ')': '(', ']': '[', '}': '{' });

/** Each pair of brackets around the index, without them and with them. */
function bracketSpans(text: string, index: number): readonly Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (const { 0: bracket, index: at } of text.matchAll(/[()[\]{}]/g)) {
    const opens = opening[bracket];
    if (opens === undefined) open.push(at);
    else {
      // What is not closed before the closing bracket of another kind has no partner.
      const partner = open.findLastIndex((each) => text[each] === opens);
      if (partner < 0) continue;
      const [start = at] = open.splice(partner);
      if (start <= index && index <= at + 1) spans.push({ start: start + 1, end: at }, { start, end: at + 1 });
    }
  }
  return spans;
}
