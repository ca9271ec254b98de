import { readFileSync } from 'node:fs';

/** A block of code in a page, with what stands before it. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** The file that the paragraph before the block puts it in, from "in `path`:". */
  readonly file: string | undefined;
  /** Of the section it stands in. */
  readonly heading: string;
}

/** The blocks of code of a Markdown page. */
export function readCodeBlocks(page: string): readonly CodeBlock[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(({ 1: language = '', 2: code = '', index }) => {
    const before = text.slice(0, index).trimEnd();
    return {
      language,
      code,
      file: /[Ii]n\s+`([^`]+)`:$/.exec(before)?.[1],
      heading: [...before.matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? '',
    };
  });
}
