import assert from 'node:assert/strict';
import type { KnownNames } from '../../server/src/features/organization-lookup.ts';
import type { FragmentModel } from '../../server/src/lint/model.ts';
import { fragmentAt } from '../../server/src/service/fragment-at.ts';
import { exampleOrganization } from '../organization/example-organization.ts';
import { readMarks } from '../rules/support/marks.ts';
import { analysed } from '../service/analysed.ts';

/** A text with one cursor, and the fragment that the cursor stands in. */
export interface Pointed {
  readonly text: string;
  readonly model: FragmentModel;
  /** Where the fragment begins in the text. */
  readonly start: number;
  /** In the fragment's text. */
  readonly offset: number;
}

/** Reads a text whose cursor is marked by `<|>`. */
export function pointIn(path: string, marked: string): Pointed {
  const { text, marks } = readMarks(marked);
  const [cursor] = marks;
  assert.ok(cursor, 'a cursor');
  const fragment = fragmentAt(analysed({ path, text }), cursor.start);
  assert.ok(fragment, 'a fragment at the cursor');
  return { text, ...fragment, offset: cursor.start - fragment.start };
}

/** The example organization, and an account that only the configuration names. */
export const exampleNames: KnownNames = {
  organizations: [exampleOrganization],
  accounts: { auditors: '999988887777', secops: '222233334444' },
};
