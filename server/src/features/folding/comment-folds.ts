import type { Span } from '../../base/span.ts';
import type { Format } from '../../syntax/fragment.ts';
import { nextLine } from '../../syntax/text-lines.ts';

/** Comments that fold: several lines of them, and what stands between the marks of a region. */
export interface CommentFolds {
  readonly comments: readonly Span[];
  readonly regions: readonly Span[];
}

/** Lines that hold nothing else. */
const commentLines: Readonly<Record<Format, RegExp>> = {
  yaml: /^[ \t]*#.*$/gm,
  json: /^[ \t]*(?:\/\/.*$|\/\*[\s\S]*?\*\/)/gm,
  jsonc: /^[ \t]*(?:\/\/.*$|\/\*[\s\S]*?\*\/)/gm,
};

/** `# region` and `#region`, as VS Code has it for YAML; `//#region` and `// #region` for JSON. */
const mark = /^[ \t]*(?:#|\/\/[ \t]*#)[ \t]*(end)?region\b/;

/** `isText` tells whether a place is in a string. */
export function commentFolds(text: string, format: Format, isText: (offset: number) => boolean): CommentFolds {
  const comments: { start: number; end: number }[] = [];
  const regions: Span[] = [];
  const open: number[] = [];
  let next = -1;
  for (const { 0: line, index } of text.matchAll(commentLines[format])) {
    if (isText(index)) continue;
    const end = index + line.length;
    const marked = mark.exec(line);
    const last = comments.at(-1);
    if (marked !== null) {
      const start = marked[1] === undefined ? undefined : open.pop();
      if (marked[1] === undefined) open.push(index);
      if (start !== undefined) regions.push({ start, end });
    } else if (last !== undefined && index === next) last.end = end;
    else comments.push({ start: index, end });
    next = marked === null ? nextLine(text, end) : -1;
  }
  return { comments, regions };
}
