import assert from 'node:assert/strict';
import { type MatchMode, matchPattern, matchText } from '../../server/src/chain/match.ts';
import { roleArn } from '../../server/src/chain/role-arn.ts';
import type { Text } from '../../server/src/role/text.ts';
import { role, unknown, world } from './world.ts';

const account = unknown('account', 'account');
const other = unknown('other', 'account');
const name = unknown('name', 'name');
const path = unknown('path', 'path');
const anything = unknown('text');

describe('matching texts of which parts are not known', () => {
  const table: readonly (readonly [MatchMode, Text, Text, boolean | undefined])[] = [
    ['equals', ['a*'], ['ab'], false],
    ['equals', [anything], [anything], true],
    ['equals', [anything], ['a'], undefined],
    ['equals', [account], ['111111111111'], undefined],
    ['equals', [account], ['11111111111'], false],
    ['equals', [account], ['11111111111x'], false],
    ['equals', [account], [other], undefined],
    ['equals', [name], ['a/b'], false],
    ['equals', [name], [''], false],
    ['equals', ['x', name], ['x'], false],
    ['equals', [path, 'x'], ['x'], undefined],
    ['equals', ['x'], [path, 'x'], undefined],
    ['like', ['a', anything], ['a'], undefined],
    ['like', ['*', anything, 'b'], ['ab'], undefined],
    ['equals', ['a:', account, ':b'], ['a:', account, ':b'], true],
    ['equals', ['a:', account, ':b'], ['a:', account, ':c'], false],
    ['equals', ['a:', account, ':b'], ['a:', other, ':b'], undefined],
    ['equals-ignoring-case', ['ARN:', account], ['arn:', account], true],
    ['equals-ignoring-case', ['ARN:', account], ['arm:', account], false],
    ['like', ['*'], [anything], true],
    ['like', ['?*'], [anything], undefined],
    ['like', ['????????????'], [account], true],
    ['like', ['?????'], [account], false],
    ['like', ['arn:*:role/x'], ['arn:', account, ':role/x'], true],
    ['like', ['arn:*:role/x'], ['arn:', account, ':role/y'], false],
    ['like', ['arn:', account, ':role/*'], ['arn:', other, ':role/x'], undefined],
    ['like', ['arn:', account, ':role/*'], ['arn:', account, ':role/', name], true],
    ['like', ['1*'], [account], undefined],
    ['like', ['x*'], [account], false],
    ['like', ['*/*'], [name], false],
    ['like', ['o-1/r-1/*'], ['o-1/r-1/', path], true],
    ['like', ['o-1/r-1/ou-1/*'], ['o-1/r-1/', path], undefined],
    ['like', ['o-1/r-2/*'], ['o-1/r-1/', path], false],
    ['arn', ['arn:aws:iam::*:role/*'], ['arn:aws:iam::', account, ':role/a/', name], true],
    ['arn', ['arn:aws:iam::*:user/*'], ['arn:aws:iam::', account, ':role/a/', name], false],
    ['arn', ['arn:aws:iam::', account, ':role/*'], ['arn:aws:iam::', other, ':role/x'], undefined],
    ['arn', ['arn:aws:iam::*:role/', anything], ['arn:aws:iam::', account, ':role/x'], undefined],
    ['arn', ['arn:aws:iam:*:role/x'], ['arn:aws:iam::', account, ':role/x'], false],
    ['arn', [anything], ['arn:aws:iam::', account, ':role/x'], undefined],
    ['arn', ['arn:aws:iam::*:role/x'], ['no arn'], false],
  ];
  for (const [mode, pattern, value, expected] of table)
    it(`${mode} ${JSON.stringify(pattern.map(show))} ${JSON.stringify(value.map(show))}: ${expected}`, () =>
      assert.equal(matchText(pattern, value, mode), expected));

  it('is told in words', () => {
    assert.equal(matchPattern(['a*'], ['ab']), 'true');
    assert.equal(matchPattern(['a*'], ['b']), 'false');
    assert.equal(matchPattern(['a*'], [anything]), 'unknown');
  });

  it('takes little time whatever the pattern', () => {
    const stars = '*a'.repeat(200);
    assert.equal(matchText([stars, 'b'], ['a'.repeat(400), name], 'like'), undefined);
    assert.equal(matchText([stars, 'b'], ['a'.repeat(4000)], 'like'), false);
  });
});

describe('the ARN of a role', () => {
  it('has partition, account, path and name', () => {
    const entity = role('t', { path: '/ops/', account: [account] });
    const [place] = entity.places;
    assert.ok(place);
    assert.deepEqual(roleArn(entity, place, world()), ['arn:aws:iam::', account, ':role/ops/t']);
  });
});

function show(part: Text[number]): string {
  return typeof part === 'string' ? part : `\${${part.unknown}}`;
}
