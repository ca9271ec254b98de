import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closestName } from '../../server/src/catalog/closest-name.ts';
import { lookUpConditionKey } from '../../server/src/catalog/find-condition-key.ts';
import { vocabularyOf } from '../../server/src/catalog/likely-name.ts';
import { iamData } from '../support/iam-data.ts';
import { fullEditDistance } from './support/full-edit-distance.ts';

describe('the closest name', () => {
  it('is one that differs in case, else one that is an edit or two away', () => {
    const names = ['Statement', 'Version', 'version', 'Sid'];
    assert.equal(closestName('statement', names), 'Statement');
    assert.equal(closestName('Vresoin', names), 'Version');
    assert.equal(closestName('Conditions', names), undefined);
  });

  it('needs more than half of the letters', () => {
    assert.equal(closestName('Sdi', ['Sid']), 'Sid');
    assert.equal(closestName('Siid', ['Sid']), 'Sid');
    assert.equal(closestName('Sxyd', ['Sid']), undefined);
    assert.equal(closestName('', ['a', '']), undefined);
  });

  it('is found for long names, and is not what only the beginning of a long text is close to', () => {
    const name = 'DescribeVpcEndpointServiceConfigurationsOfAll';
    assert.equal(closestName(`${name}s`, [name]), name);
    assert.equal(closestName(`${name}AndOthers`, [name]), undefined);
    assert.equal(closestName(`${'a'.repeat(40)}bcd`, ['a'.repeat(40)]), undefined);
  });

  it('is that of an exhaustive search, the first of those that are equally close', () => {
    const names = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(names, fc.array(names, { maxLength: 12 }), (written, all) => {
        assert.equal(closestName(written, all), exhaustive(written, all));
      }),
      { numRuns: 3000 },
    );
  });

  it('is that of an exhaustive search among the actions of a service, whatever has been asked before', () => {
    const actions = [...(iamData.findService('ec2')?.actions.values() ?? [])].map(({ name }) => name);
    const vocabulary = vocabularyOf(actions, []);
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'z', 'Qk')), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.constantFrom(...actions), edits, (name, places) => {
        const written = places.reduce((text, [at, put]) => {
          const place = at % text.length;
          return text.slice(0, place) + put + text.slice(put === '' ? place + 1 : place);
        }, name);
        assert.equal(closestName(written, vocabulary.namesOfAbout(written.length)), exhaustive(written, actions));
      }),
      { numRuns: 20 },
    );
  });
});

describe('condition keys that were likely meant', () => {
  const likely = (key: string) => {
    const answer = lookUpConditionKey(iamData, key);
    return answer.is === 'unknown' || answer.is === 'unknown prefix' ? answer.likely : answer.is;
  };

  it('are found whatever has been asked before', () => {
    for (const _ of [1, 2]) {
      assert.equal(likely('aws:PrincipalOgrID'), 'aws:PrincipalOrgID');
      assert.equal(likely('S3:Prefxi'), 'S3:prefix');
      assert.equal(likely('dynamdb:Attributes'), 'dynamodb:Attributes');
      assert.equal(likely('s3:prefix'), 'known');
      assert.equal(likely('aws:RequestTag/Team'), 'known');
      assert.equal(likely('aws:RequestTag/'), 'no tag');
      assert.equal(likely('aws:Anything'), undefined);
    }
  });

  it('have no wildcard in their names', () => {
    const keys = iamData.prefixes.flatMap((prefix) => iamData.findService(prefix)?.conditionKeys ?? []);
    const names = [...keys.map(({ name }) => name), ...iamData.otherKeys.map(([name]) => name)];
    assert.deepEqual(
      names.filter((name) => /[*?]/.test(name)),
      [],
    );
  });
});

/** All names with their distance, the closest first. */
function exhaustive(written: string, names: readonly string[]): string | undefined {
  return names
    .map((name) => ({ name, distance: fullEditDistance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= 2 && distance * 2 < name.length)
    .toSorted((a, b) => a.distance - b.distance)[0]?.name;
}
