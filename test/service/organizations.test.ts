import assert from 'node:assert/strict';
import { exampleKnown, exampleOrganization } from '../organization/example-organization.ts';
import { analysed, findingsIn } from './analysed.ts';

const text = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
    "Condition": { "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-33333333/*" } } }]
}`;

describe('an analysis with organizations', () => {
  const request = { path: 'policy.json', text };
  const found = ['org-path-broken: ou-ab12-33333333'];

  it('finds what is not in them, and nothing without them', () => {
    assert.deepEqual(findingsIn(analysed(request, { rules: {}, organizations: exampleKnown })), found);
    assert.deepEqual(findingsIn(analysed(request)), []);
  });

  it('uses the one before only where they are the same', () => {
    const before = analysed(request);
    const after = analysed(request, { rules: {}, organizations: exampleKnown }, before);
    assert.deepEqual(findingsIn(after), found);
    assert.notEqual(after.state?.file, before.state?.file);
    const same = analysed(request, { rules: {}, organizations: { ...exampleKnown } }, after);
    assert.equal(same.state?.documents[0]?.fragments[0]?.model, after.state?.documents[0]?.fragments[0]?.model);
    const renewed = { ...exampleKnown, whole: [{ ...exampleOrganization, id: 'o-f6g7h8i9j0' }] };
    assert.deepEqual(findingsIn(analysed(request, { rules: {}, organizations: renewed }, after)), []);
  });
});
