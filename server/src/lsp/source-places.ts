import type { Range } from 'vscode-languageserver/node';
import type { LongText } from '../base/long-text.ts';
import { keptWith } from '../base/once.ts';
import { shift } from '../base/span.ts';
import { indexText } from '../base/text-index.ts';
import type { EntitySource } from '../role/entity.ts';
import type { Analysis } from '../service/analysis.ts';
import { declarationsOf } from '../service/declarations.ts';
import { findFragment, sourceSpan } from '../service/origin-span.ts';
import type { EditedDocument } from './edited-document.ts';

/** Where something is declared in its file. */
export interface SourcePlace {
  /** The whole resource. */
  readonly range: Range;
  /** Its logical id, or its name in an output. */
  readonly selection: Range;
}

/**
 * Where the resources of a file stand that say something of roles. Small, so that it is kept of files that are not open:
 * a role that many others may assume is answered without reading all of their files again.
 */
export function placesIn(path: string, analysis: Analysis): ReadonlyMap<string, SourcePlace> {
  const places = new Map<string, SourcePlace>();
  for (const { fragment } of declarationsOf(path, analysis).documents.flat()) {
    const found = findFragment(analysis, fragment);
    const id = found?.model.inTemplate ? found.model.tree.key?.value : undefined;
    const place = id === undefined ? undefined : placeOf(analysis, { file: path, fragment, label: id });
    if (place !== undefined && id !== undefined) {
      places.set(keyOf({ fragment, label: id }), place);
      // The role that SAM makes for it.
      places.set(keyOf({ fragment, label: `${id}Role` }), place);
    }
  }
  return places;
}

export function keyOf({ fragment, label }: Pick<EntitySource, 'fragment' | 'label'>): string {
  return `${fragment}\n${label}`;
}

/**
 * Where an entity stands; the beginning of the file where the file is all that there is of it. `document` is asked for the
 * lines if it still has the text that was read: it knows them.
 */
export function placeOf(analysis: Analysis, source: EntitySource, document?: EditedDocument): SourcePlace | undefined {
  const name = sourceSpan(analysis, source);
  const found = findFragment(analysis, source.fragment);
  if (name === undefined || found === undefined) return undefined;
  const { start, tree } = found.fragment;
  const root = tree.root && shift(tree.root.span, start);
  const isWhole = root !== undefined && tree.key === undefined && name.start === root.start && name.end === root.end;
  const index = document?.text === analysis.source ? document : lineIndex(analysis);
  const rangeOf = (from: number, to: number): Range => ({ start: index.positionAt(from), end: index.positionAt(to) });
  const end = Math.max(name.end, tree.key === undefined ? 0 : (root?.end ?? 0));
  if (isWhole) return { range: rangeOf(name.start, name.end), selection: rangeOf(name.start, name.start) };
  return { range: rangeOf(name.start, end), selection: rangeOf(...unquoted(analysis.source, name.start, name.end)) };
}

function unquoted(text: LongText, start: number, end: number): [number, number] {
  const quote = text.slice(start, start + 1);
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text.slice(end - 1, end) === quote;
  return isQuoted ? [start + 1, end - 1] : [start, end];
}

const indices = keptWith<Analysis, ReturnType<typeof indexText>>();

/** The lines of a text, looked for once. */
export function lineIndex(analysis: Analysis): ReturnType<typeof indexText> {
  const index = indices.get(analysis) ?? indexText(analysis.source.whole());
  indices.set(analysis, index);
  return index;
}
