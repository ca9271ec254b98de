import assert from 'node:assert/strict';
import { hintOrganizationNames } from '../../server/src/features/inlay-organization.ts';
import { fragmentsIn } from '../../server/src/service/fragment-at.ts';
import { analysed } from '../service/analysed.ts';
import { exampleNames } from './pointed.ts';

/** The text with its hints in it, as `«name»`. */
function hinted(path: string, text: string, range = { start: 0, end: text.length }): string {
  const hints = fragmentsIn(analysed({ path, text }), range).flatMap(({ model, start }) =>
    hintOrganizationNames(model, { start: range.start - start, end: range.end - start }, exampleNames).map((each) => ({
      ...each,
      offset: start + each.offset,
    })),
  );
  return hints.reduceRight(
    (shown, { offset, label }) => `${shown.slice(0, offset)}«${label}»${shown.slice(offset)}`,
    text,
  );
}

const prod = 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/ou-ab12-33333333/';

const json = (value: string) => `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
    "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": ${value} } } }]
}`;

const yaml = (value: string, document = 'Statement') => `Parameters:
  Path:
    Type: String
    Default: ${value}
Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: ${document}
`;

describe('names behind organization paths', () => {
  it('stand behind the closing quote', () => {
    assert.equal(
      hinted('a.json', json(`["${prod}*", "${prod}", "o-a1b2c3d4e5/r-ab12/*"]`)),
      json(`["${prod}*"«Workloads / Prod», "${prod}"«Workloads / Prod», "o-a1b2c3d4e5/r-ab12/*"«Root»]`),
    );
  });

  it('stand behind a plain value, in a parameter too', () => {
    assert.equal(hinted('a.yaml', yaml(`${prod}*`)), yaml(`${prod}*«Workloads / Prod»`));
  });

  it('stand in a policy that is a string, once', () => {
    const policy = (name: string) =>
      JSON.stringify(JSON.stringify(JSON.parse(json(`"${prod}*"`)))).replace(`${prod}*\\"`, (found) => found + name);
    assert.equal(hinted('a.yaml', yaml('x', policy(''))), yaml('x', policy('«Workloads / Prod»')));
  });

  it('stand behind each of several paths in one string', () => {
    assert.equal(
      hinted('a.yaml', yaml(`'${prod}*,o-a1b2c3d4e5/r-ab12/'`)),
      yaml(`'${prod}*«Workloads / Prod»,o-a1b2c3d4e5/r-ab12/'«Root»`),
    );
  });

  for (const value of [
    'o-a1b2c3d4e5',
    'o-a1b2c3d4e5/*',
    'o-zzzzzzzzzz/r-ab12/*',
    'o-a1b2c3d4e5/r-ab12/ou-ab12-33333333/*',
  ])
    it(`are none for ${value}`, () => assert.equal(hinted('a.json', json(`"${value}"`)), json(`"${value}"`)));

  it('are those of the range', () => {
    const text = json(`["${prod}*",\n "${prod}*"]`);
    const line = text.indexOf('\n "');
    assert.equal(hinted('a.json', text, { start: line, end: text.length }).split('«').length, 2);
  });
});
