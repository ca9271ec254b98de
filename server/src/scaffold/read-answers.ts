import type { Span } from '../base/span.ts';
import type { IamData } from '../catalog/iam-data.ts';
import { parseJson } from '../syntax/json.ts';
import { child, type Node } from '../syntax/node.ts';
import type { AnswerProblem, Answers } from './answers.ts';
import { answersShape } from './answers-shape.ts';
import { problemOfAction } from './check-action.ts';
import { problemsBetween } from './fit-answers.ts';

/** A problem with its place in the text of the answers. */
export interface LocatedProblem extends AnswerProblem {
  readonly span: Span;
}

export type ReadAnswers =
  | { readonly answers: Answers; readonly problems?: undefined }
  | { readonly problems: readonly LocatedProblem[]; readonly answers?: undefined };

/** Reads a file of answers, JSON with comments. All that is wrong is said, in the order of the text. Never throws. */
export function readAnswers(text: string, data: IamData): ReadAnswers {
  const { root, problems: syntax } = parseJson(text, { comments: true });
  if (root === undefined || syntax.length > 0) {
    const [first = { span: { start: 0, end: 0 }, message: 'The answers are empty.' }] = syntax;
    return { problems: [{ path: [], span: first.span, message: first.message }] };
  }
  const found: LocatedProblem[] = [];
  const answers = answersShape.read(root, {
    known: { rules: [] },
    target: { text, format: 'jsonc' },
    report: ({ span, message }) => found.push({ span, message, path: pathTo(root, span) }),
  });
  // Where a part cannot be used, what depends on it would be said in vain.
  if (answers !== undefined && found.length === 0)
    for (const problem of problemsBetween(answers)) found.push({ ...problem, span: placeOf(root, problem.path) });
  found.push(...problemsOfActions(root, data));
  if (answers === undefined || found.length > 0)
    return { problems: found.toSorted((a, b) => a.span.start - b.span.start) };
  return { answers };
}

function problemsOfActions(root: Node, data: IamData): readonly LocatedProblem[] {
  const permissions = child(root, 'permissions');
  if (permissions?.type !== 'array') return [];
  return permissions.items.flatMap((item, index) => {
    const message = item.type === 'string' ? problemOfAction(item.value, data) : undefined;
    return message === undefined ? [] : [{ path: ['permissions', index], message, span: item.span }];
  });
}

/** The keys and indices that lead to the innermost value around a span; to the key's value for the span of a key. */
function pathTo(node: Node, span: Span): readonly (string | number)[] {
  const holds = (each: Span) => each.start <= span.start && span.end <= each.end;
  if (node.type === 'object')
    for (const { key, value } of node.properties)
      if (holds(key.span) || holds(value.span)) return [key.value, ...(holds(value.span) ? pathTo(value, span) : [])];
  if (node.type === 'array')
    for (const [index, item] of node.items.entries()) if (holds(item.span)) return [index, ...pathTo(item, span)];
  return [];
}

/** Of an answer that is not there: the brace of what should hold it. */
function placeOf(root: Node, path: readonly (string | number)[]): Span {
  const [first, ...rest] = path;
  const next = typeof first === 'number' ? itemOf(root, first) : first === undefined ? undefined : child(root, first);
  if (next !== undefined) return placeOf(next, rest);
  return first === undefined ? root.span : { start: root.span.start, end: root.span.start + 1 };
}

function itemOf(node: Node, index: number): Node | undefined {
  return node.type === 'array' ? node.items[index] : undefined;
}
