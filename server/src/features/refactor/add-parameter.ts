import { shift } from '../../base/span.ts';
import { applyChanges, type TextChange } from '../../edit/change.ts';
import { insertOnSurface, insertProperty } from '../../edit/insert-property.ts';
import { type Changes, edit } from '../../edit/place.ts';
import { columnAt, commentsAbove } from '../../edit/scan.ts';
import type { Writable } from '../../edit/writable.ts';
import type { Format, Fragment } from '../../syntax/fragment.ts';
import { child, type ObjectNode, type StringNode } from '../../syntax/node.ts';
import { type PieceKind, readPiece } from '../../syntax/read.ts';

/**
 * Adds a parameter to the template of these fragments, and the section where there is none yet. The changes count from
 * the start of the file. Undefined where what stands there cannot be kept as it is.
 */
export function addParameter(fragments: readonly Fragment[], format: Format, name: string, body: Writable): Changes {
  const section = sectionIn(fragments, 'Parameters');
  if (section !== undefined) {
    const isCut = fragments.every((each) => each === section || each.start !== section.start);
    const changes = addToSection(section, isCut ? 'section' : 'document', format, name, body);
    return changes?.map((change) => moved(change, section.start));
  }
  const resources = sectionIn(fragments, 'Resources');
  return resources && addSection(resources, fragments, format, name, body);
}

function sectionIn(fragments: readonly Fragment[], name: string): Fragment | undefined {
  return fragments.find(({ tree: { path } }) => path.length === 1 && path[0] === name);
}

function addToSection(section: Fragment, kind: PieceKind, format: Format, name: string, body: Writable): Changes {
  const { root } = section.tree;
  if (root?.type !== 'object') return undefined;
  const changes = insertProperty({ text: section.text, format }, root, name, body);
  if (changes === undefined) return undefined;
  const trees = readPiece(applyChanges(section.text, changes), kind, format);
  const after = trees.find(({ path }) => path.length === 1 && path[0] === 'Parameters');
  if (after?.root?.type !== 'object' || after.problems.length > section.tree.problems.length) return undefined;
  const isAdded = after.root.properties.length === root.properties.length + 1;
  return isAdded && child(child(after.root, name), 'Type') !== undefined ? changes : undefined;
}

/** Right before the resources, and before the comments that belong to these. */
function addSection(
  resources: Fragment,
  fragments: readonly Fragment[],
  format: Format,
  name: string,
  body: Writable,
): Changes {
  const { key } = resources.tree;
  const around = key && objectAround(resources.text, key, format);
  if (around === undefined) return undefined;
  // What follows shows how the file is indented.
  const next = fragments.find(({ start }) => start === resources.start + resources.text.length);
  const text = resources.text + (next?.text ?? '');
  const changes = edit({ text, format }, (surface) =>
    insertOnSurface(surface, around, [['Parameters', { [name]: body }]], { first: true }),
  );
  const [change, ...more] = changes ?? [];
  if (change === undefined || more.length > 0 || key === undefined) return undefined;
  if (change.span.start !== change.span.end) return undefined;
  const above = commentsAbove(text, change.span.start, format === 'yaml' ? '#' : '//');
  // A comment that the file begins with may be about all of it.
  const start = resources.start + above === 0 ? change.span.start : above;
  const before = fragments.find((each) => each.start + each.text.length === resources.start);
  const blank = format === 'yaml' ? /\n[ \t]*(\r?\n)$/.exec(before?.text ?? '')?.[1] : undefined;
  const parts = blank === undefined ? change.parts : [...change.parts, blank];
  return [moved({ span: { start, end: start }, parts }, resources.start)];
}

/** The template, of which nothing is known but this key. */
function objectAround(text: string, key: StringNode, format: Format): ObjectNode | undefined {
  const isBlock = format === 'yaml' && columnAt(text, key.span.start) === 0;
  const start = isBlock ? key.span.start : text.lastIndexOf('{', key.span.start);
  if (start < 0) return undefined;
  const span = { start, end: text.length };
  return { type: 'object', span, style: isBlock ? 'block' : 'flow', properties: [{ key, value: key }] };
}

function moved({ span, parts }: TextChange, by: number): TextChange {
  return { span: shift(span, by), parts };
}
