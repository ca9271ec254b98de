import assert from 'node:assert/strict';
import { describePlace, placeOrganizationPath } from '../../server/src/features/place-organization-path.ts';
import { insertOrganizationPaths, type Paths } from '../../server/src/features/place-organization-path-edit.ts';
import { readMarks } from '../rules/support/marks.ts';
import { applyAt, openFragments } from './support/fragments.ts';

const below = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*';
const other = 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*';
const directly = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/';

interface Inserted {
  readonly place: string | undefined;
  readonly text: string | undefined;
}

/** What is done at the cursor `<|>`; JSON unless the path says otherwise. */
function insert(marked: string, paths: Paths = [below], path = 'p.json'): Inserted {
  const { text, marks } = readMarks(marked);
  const offset = marks[0]?.start ?? 0;
  for (const { model, start } of openFragments(text, path)) {
    const place = placeOrganizationPath(model, offset - start);
    if (place === undefined) continue;
    const changes = insertOrganizationPaths(model, place, paths);
    return { place: describePlace(place), text: changes && applyAt(text, start, changes) };
  }
  return { place: undefined, text: undefined };
}

/** Without the mark, with one part replaced. */
function replaced(marked: string, from: string, to: string): string {
  const { text } = readMarks(marked);
  assert.ok(text.includes(from), from);
  return text.replace(from, to);
}

function policy(condition: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Resource": "*",
      "Condition": ${condition}
    }
  ]
}
`;
}

describe('a path at the cursor', () => {
  it('goes over the placeholder, with one /* at its end', () => {
    const text = policy('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<your<|> org path>/*" } }');
    assert.deepEqual(insert(text), {
      place: 'over `<your org path>`',
      text: replaced(text, '<your org path>/*', below),
    });
    assert.equal(insert(text, [directly]).text, replaced(text, '<your org path>/*', directly));
  });

  it('goes over a value', () => {
    const text = policy('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-x<|>/r-y" } }');
    assert.deepEqual(insert(text), {
      place: 'over the value of `aws:ResourceOrgPaths`',
      text: replaced(text, 'o-x/r-y', below),
    });
  });

  it('goes over the value whose key is at the cursor, an empty one too', () => {
    const text = policy('{ "ForAnyValue:StringLike": { "aws:Resource<|>OrgPaths": "" } }');
    assert.equal(insert(text).text, replaced(text, '""', `"${below}"`));
  });

  it('goes over one item of a list, and several take its place', () => {
    const text = policy(
      `{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": ["${other}", "<your org<|> path>/*"] } }`,
    );
    assert.equal(insert(text).text, replaced(text, '<your org path>/*', below));
    assert.equal(
      insert(text, [below, directly]).text,
      replaced(text, '"<your org path>/*"', `"${below}", "${directly}"`),
    );
  });

  it('goes to the values of the key where none is at the cursor', () => {
    const text = policy(`{ "ForAnyValue:StringLike": { "aws:Resource<|>OrgPaths": ["${other}"] } }`);
    assert.deepEqual(insert(text), {
      place: 'to the values of `aws:ResourceOrgPaths`',
      text: replaced(text, `["${other}"]`, `["${other}", "${below}"]`),
    });
  });

  it('becomes a list where several take the place of one', () => {
    const text = policy('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<your<|> org path>/*" } }');
    assert.equal(insert(text, [below, other]).text, replaced(text, '"<your org path>/*"', `["${below}", "${other}"]`));
  });

  it('is refused where several would have to go into the middle of a text', () => {
    const text = policy('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<your<|> org path>/ou-x/*" } }');
    assert.equal(insert(text, [below, other]).text, undefined);
  });

  it('goes into the statement at the cursor as a condition of its own', () => {
    const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Assume",
      "Effect": "Allow",
      "Action": "sts:Assume<|>Role",
      "Resource": "*"
    }
  ]
}
`;
    const expected = (operator: string, path: string) =>
      replaced(
        text,
        '"Resource": "*"',
        `"Resource": "*",
      "Condition": {
        "${operator}": {
          "aws:ResourceOrgPaths": ${path}
        }
      }`,
      );
    assert.deepEqual(insert(text), {
      place: 'into the statement `Assume`, as a condition on `aws:ResourceOrgPaths`',
      text: expected('ForAnyValue:StringLike', `"${below}"`),
    });
    assert.equal(insert(text, [directly]).text, expected('ForAnyValue:StringEquals', `"${directly}"`));
  });

  it('goes into a statement in YAML, in its own style', () => {
    const text = `Resources:
  R:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole<|>
            Resource: '*'
`;
    assert.equal(
      insert(text, [below], 't.yaml').text,
      replaced(
        text,
        "Resource: '*'\n",
        `Resource: '*'
            Condition:
              ForAnyValue:StringLike:
                aws:ResourceOrgPaths: ${below}
`,
      ),
    );
  });

  it('joins the paths that the statement has on the same key', () => {
    const text = policy(`{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "${other}" } }`).replace(
      'Allow',
      'All<|>ow',
    );
    assert.deepEqual(insert(text), {
      place: 'to the values of `aws:ResourceOrgPaths`',
      text: replaced(text, `"${other}"`, `["${other}", "${below}"]`),
    });
  });

  it('fills the placeholder of the statement, wherever in it the cursor is', () => {
    const text = policy('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<your org path>/*" } }').replace(
      'Allow',
      'All<|>ow',
    );
    assert.equal(insert(text).text, replaced(text, '<your org path>/*', below));
  });

  it('is nowhere outside of statements', () => {
    assert.equal(insert('{ "Version": "2012-10-17", "State<|>ment": [] }').place, undefined);
    assert.equal(insert('{ "some": "other<|> file" }').place, undefined);
  });
});

describe('the operator at the cursor', () => {
  const cases: readonly (readonly [operator: string, paths: Paths, result: string])[] = [
    ['StringEquals', [below], 'ForAnyValue:StringLike'],
    ['StringEquals', [directly], 'ForAnyValue:StringEquals'],
    ['StringLike', [below], 'ForAnyValue:StringLike'],
    ['StringLikeIfExists', [below], 'ForAnyValue:StringLikeIfExists'],
    ['ForAnyValue:StringEquals', [below], 'ForAnyValue:StringLike'],
    ['ForAnyValue:StringEquals', [directly], 'ForAnyValue:StringEquals'],
    ['ForAnyValue:StringLike', [directly], 'ForAnyValue:StringLike'],
    ['ForAllValues:StringNotEquals', [below], 'ForAllValues:StringNotLike'],
    ['StringNotEquals', [below], 'StringNotLike'],
    ['ArnLike', [below], 'ArnLike'],
  ];
  for (const [operator, paths, result] of cases)
    it(`${operator} becomes ${result} for ${paths[0]}`, () => {
      const text = policy(`{ "${operator}": { "aws:ResourceOrgPaths": "<your<|> org path>/*" } }`);
      const expected = replaced(text, '<your org path>/*', paths[0]).replace(operator, result);
      assert.equal(insert(text, paths).text, expected);
    });

  it('gives its other keys up, which stay under the old one', () => {
    const text = policy(
      '{ "StringEquals": { "aws:ResourceOrgPaths": "<your<|> org path>/*", "aws:PrincipalTag/a": "b" } }',
    );
    const { text: result = '' } = insert(text);
    const { Condition } = JSON.parse(result).Statement[0];
    assert.deepEqual(Condition, {
      StringEquals: { 'aws:PrincipalTag/a': 'b' },
      'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': below },
    });
  });
});

describe('the key of a new condition', () => {
  const statement = (rest: string) => `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", <|>${rest} }] }`;
  const keyOf = (text: string, path: string) =>
    Object.values(JSON.parse(insert(text, [below], path).text ?? '').Statement[0].Condition);

  it('asks for the place of what is acted on in an identity policy', () => {
    const text = statement('"Action": "sts:AssumeRole", "Resource": "*"');
    assert.deepEqual(keyOf(text, 'p.json'), [{ 'aws:ResourceOrgPaths': below }]);
  });

  it('asks for the place of the caller in a trust policy', () => {
    const text = statement('"Action": "sts:AssumeRole", "Principal": { "AWS": "*" }');
    assert.deepEqual(keyOf(text, 'role.trust.json'), [{ 'aws:PrincipalOrgPaths': below }]);
  });

  it('asks for the place of the resource that a service acts for', () => {
    const text = statement('"Action": "sts:AssumeRole", "Principal": { "Service": "cloudtrail.amazonaws.com" }');
    assert.deepEqual(keyOf(text, 'role.trust.json'), [{ 'aws:SourceOrgPaths': below }]);
  });

  it('leaves the path out of what a Deny refuses', () => {
    const text = statement('"Action": "*", "Resource": "*"').replace('Allow', 'Deny');
    const condition = JSON.parse(insert(text, [below], 'p.scp.json').text ?? '').Statement[0].Condition;
    assert.deepEqual(condition, { 'ForAllValues:StringNotLike': { 'aws:ResourceOrgPaths': below } });
  });
});
