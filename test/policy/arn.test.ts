import assert from 'node:assert/strict';
import {
  type Arn,
  fieldHasWildcard,
  fieldLabel,
  fieldText,
  isAnything,
  parseArn,
} from '../../server/src/policy/arn.ts';
import { readValue } from '../../server/src/policy/read-value.ts';
import type { Part } from '../../server/src/policy/value.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';

function partsOf(written: string): readonly Part[] {
  const { root } = parseYaml(written);
  assert.ok(root, written);
  return readValue(root).parts;
}

const labels = (written: string): readonly string[] | undefined => {
  const arn = parseArn(partsOf(written));
  return arn && [arn.partition, arn.service, arn.region, arn.account, arn.resource].map(fieldLabel);
};

function arnOf(written: string): Arn {
  const arn = parseArn(partsOf(written));
  assert.ok(arn, written);
  return arn;
}

describe('ARNs', () => {
  const cases: readonly (readonly [written: string, fields: readonly string[] | undefined])[] = [
    ['arn:aws:iam::111122223333:role/Path/Name', ['aws', 'iam', '', '111122223333', 'role/Path/Name']],
    ['arn:aws:s3:::bucket', ['aws', 's3', '', '', 'bucket']],
    ['arn:aws:sns:us-east-1:111122223333:a:b:c', ['aws', 'sns', 'us-east-1', '111122223333', 'a:b:c']],
    ["'arn:aws:iam::1:'", ['aws', 'iam', '', '1', '']],
    ['arn:*:iam::*:role/*', ['*', 'iam', '', '*', 'role/*']],
    ['!Sub arn:${AWS::Partition}:iam::${A}:role/${B}-x', ['${AWS::Partition}', 'iam', '', '${A}', 'role/${B}-x']],
    ["!Join [':', [arn, aws, iam, '', !Ref A, role/x]]", ['aws', 'iam', '', '${A}', 'role/x']],
    ['arn:aws:iam::<account id>:role/x', ['aws', 'iam', '', '<account id>', 'role/x']],
    ['"*"', undefined],
    ['arn:aws:iam::111122223333', undefined],
    ['urn:aws:iam::1:x', undefined],
    ['!GetAtt Role.Arn', undefined],
    ["!Sub '${Role.Arn}/x'", undefined],
    ['!Sub ${A}:aws:iam::1:x', undefined],
    ['""', undefined],
  ];
  for (const [written, fields] of cases) it(`take apart ${written}`, () => assert.deepEqual(labels(written), fields));

  it('know the text of a field, and whether it is a pattern', () => {
    const arn = arnOf('!Sub arn:*:iam::${A}*:role/?');
    assert.equal(fieldText(arn.partition), '*');
    assert.equal(fieldText(arn.region), '');
    assert.equal(fieldText(arn.account), undefined);
    assert.deepEqual([arn.partition, arn.account, arn.resource, arn.service].map(fieldHasWildcard), [
      true,
      true,
      true,
      false,
    ]);
    assert.deepEqual([arn.partition, arn.account, arn.resource].map(isAnything), [true, false, false]);
    assert.equal(isAnything(arnOf('arn:**:a:::b').partition), true);
    assert.equal(isAnything([]), false);
  });

  it('keep the place of each field', () => {
    const arn = arnOf('"arn:aws:iam::111122223333:role/x"');
    const at = arn.account[0]?.at;
    assert.deepEqual([at?.from, at?.to], [13, 25]);
  });
});
