import assert from 'node:assert/strict';
import type { KnownRole } from '../../../server/src/features/completion/complete-roles.ts';
import { jsonPlaces } from './places-json.ts';
import { yamlPlaces } from './places-yaml.ts';
import { accept } from './support/accept.ts';
import { jsonStyles, type PlaceRow, type Style, yamlStyles } from './support/styles.ts';

const roles: readonly KnownRole[] = [
  { name: 'Deployer', arn: ['arn:aws:iam::444455556666:role/Deploy/Deployer'] },
  { name: 'Worker', arn: ['arn:aws:iam::', { name: 'account id' }, ':role/Worker'], logicalId: 'WorkerRole' },
];

/** Each place once in each style, the whole text compared. */
function check(places: readonly PlaceRow[], styles: readonly Style[]): void {
  for (const { name, pathOf, wrap } of styles)
    describe(name, () => {
      for (const [kind, before, label, after] of places)
        it(`${before.replaceAll('\n', ' ⏎ ')} + ${label}`, () => {
          assert.equal(accept(pathOf(kind), wrap(before, kind), label, roles), wrap(after, kind));
        });
    });
}

describe('completion', () => {
  check(jsonPlaces, jsonStyles);
  check(yamlPlaces, yamlStyles);

  it('is tried at more than 150 places', () => {
    assert.ok(jsonPlaces.length + yamlPlaces.length >= 150, `only ${jsonPlaces.length + yamlPlaces.length}`);
  });
});
