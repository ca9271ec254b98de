import { type Span, shift } from '../../base/span.ts';
import type { SyntaxDocument, SyntaxFile } from '../../syntax/fragment.ts';
import { indentation, lineEnd, lineStart, nextLine } from '../../syntax/text-lines.ts';
import { templateSpans } from '../template-spans.ts';
import { commentFolds } from './comment-folds.ts';
import { type Part, treeFolds } from './tree-folds.ts';

/** A part of a text whose first line stays when the others are hidden; of `brackets` the line of the last stays too. */
export interface Fold {
  readonly span: Span;
  readonly is: 'block' | 'brackets' | 'comment' | 'region';
}

/** What folds in a text: statements, policies, resources and sections, lists and objects, long strings and comments. */
export function foldSpans(text: string, { format, documents }: SyntaxFile): readonly Fold[] {
  const folds: Fold[] = [];
  const texts: Span[] = [];
  const add = ({ span, isClosed }: Part) => {
    if (isClosed) folds.push({ span, is: 'brackets' });
    else folds.push({ span: format === 'yaml' ? withComments(span, text) : span, is: 'block' });
  };
  for (const document of documents) {
    for (const part of aroundParts(document, text)) add(part);
    for (const { start, text: own, tree } of document.fragments) {
      const found = treeFolds(tree, own);
      for (const { span, isClosed } of found.folds) add({ span: shift(span, start), isClosed });
      for (const span of found.texts) texts.push(shift(span, start));
    }
  }
  const isText = (offset: number) => texts.some(({ start, end }) => start < offset && offset < end);
  const { comments, regions } = commentFolds(text, format, isText);
  for (const span of comments) folds.push({ span, is: 'comment' });
  for (const span of regions) folds.push({ span, is: 'region' });
  return folds;
}

/** What is around the parts of a template: `Resources`, and the braces. */
function aroundParts(document: SyntaxDocument, text: string): readonly Part[] {
  const { resources, braces } = templateSpans(document, text);
  const isClosed = braces.some(({ end }) => end === resources?.end);
  return [...braces.map((span) => ({ span, isClosed: true })), ...(resources ? [{ span: resources, isClosed }] : [])];
}

/** A block of YAML with the comments behind it that are indented like what is in it. */
function withComments({ start, end }: Span, text: string): Span {
  const column = start - lineStart(text, start);
  let last = end;
  for (let line = nextLine(text, end); line < text.length; line = nextLine(text, line)) {
    const content = line + indentation(text, line);
    const rest = text.slice(content, content + 1);
    if (rest === '#' && content - line > column) last = lineEnd(text, line);
    else if (rest !== '\n' && rest !== '\r') break;
  }
  return { start, end: last };
}
