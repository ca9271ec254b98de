import assert from 'node:assert/strict';
import type { KnownRole } from '../../../server/src/features/completion/complete-roles.ts';
import { jsonPlaces } from './places-json.ts';
import { yamlPlaces } from './places-yaml.ts';
import { accept, labelsAt } from './support/accept.ts';
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

  describe('a file that is to be a policy', () => {
    const begun = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "<|>"
    }
  ]
}`;
    for (const [path, before, label, after] of [
      ['trust.json', '<|>', 'Trust policy', begun],
      ['trust.json', '\n<|>\n', 'Trust policy', `\n${begun}\n`],
      ['trust.json', 'tr<|>', 'Trust policy', begun],
      ['deny-all.scp.json', '<|>', 'Service control policy', begun],
      ['DeployPermissions.json', '<|>', 'Identity policy', begun],
      ['trust.json', '{<|>}', 'Version', '{"Version": "2012-10-17"}'],
      ['trust.json', '{\n  "<|>"\n}', 'Version', '{\n  "Version": "2012-10-17"\n}'],
      ['trust.json', '{\n  "<|>', 'Statement', '{\n  "Statement": [{ <|> }]'],
      ['trust.json', '{ "Statement": [{ <|> }] }', 'Effect', '{ "Statement": [{ "Effect": "<|>" }] }'],
      ['trust.yaml', '<|>', 'Version', "Version: '2012-10-17'"],
    ] as const)
      it(`${path}: ${before.replaceAll('\n', ' ⏎ ')} + ${label}`, () => {
        assert.equal(accept(path, before, label), after);
      });

    it('is a trust policy from its first principal on: actions of other services are no part of it', () => {
      const labels = labelsAt(
        'a.trust.json',
        '{ "Statement": [{ "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "<|>" }] }',
      );
      assert.equal(labels[0], 'sts:AssumeRole');
      assert.ok(!labels.includes('s3:'), labels.join());
    });

    for (const [path, text] of [
      ['package.json', '<|>'],
      ['package.json', '{ "<|>" }'],
      ['trusted-hosts.json', '{ "<|>" }'],
      ['trust.json', '{ "name": "x", "hosts": [], "<|>": 1 }'],
      ['policies.json', '[<|>]'],
    ] as const)
      it(`nothing in ${path}: ${text}`, () => assert.deepEqual(labelsAt(path, text), []));
  });

  it('is tried at more than 150 places', () => {
    assert.ok(jsonPlaces.length + yamlPlaces.length >= 150, `only ${jsonPlaces.length + yamlPlaces.length}`);
  });
});
