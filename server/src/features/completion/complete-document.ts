import { elementsOf } from '../../catalog/grammar.ts';
import { fill } from '../../edit/writable.ts';
import { kindNames, type PolicyKind } from '../../policy/kind.ts';
import type { Offer } from './offer.ts';

/** A policy with one statement, begun, for each kind that an empty file may become. */
export function offerDocument(kinds: readonly PolicyKind[]): readonly Offer[] {
  return kinds.map((kind): Offer => {
    const name = kindNames[kind];
    return {
      kind: 'element',
      label: `${name[0]?.toUpperCase()}${name.slice(1)}`,
      description: 'Version, Statement',
      writing: {
        as: 'value',
        value: {
          Version: elementsOf(kind).versions[0] ?? '2012-10-17',
          Statement: [{ Effect: fill({ name: '' }) }],
        },
        inLines: true,
      },
      filter: `{ ${name} Version Statement`,
      goesOn: true,
    };
  });
}
