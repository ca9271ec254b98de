import assert from 'node:assert/strict';
import { applyChanges } from '../../server/src/edit/change.ts';
import type { Changes } from '../../server/src/edit/place.ts';
import { type Opened, open, type Place } from './opened.ts';

/** The text after an edit, which must be well-formed like the text before; undefined if there is no such edit. */
export function edited(text: string, place: Place, edit: (opened: Opened) => Changes): string | undefined {
  const changes = edit(open(text, place));
  if (!changes) return undefined;
  const result = applyChanges(text, changes);
  open(result, place);
  return result;
}

/** Lines, each ended by a line break. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

export const yaml: Place = { format: 'yaml' };
export const json: Place = { format: 'json' };
export const jsonc: Place = { format: 'jsonc' };

/** Fails unless the edit gives exactly these lines. */
export function gives(
  text: string,
  place: Place,
  edit: (opened: Opened) => Changes,
  ...expected: readonly string[]
): void {
  assert.equal(edited(text, place, edit), lines(...expected));
}
