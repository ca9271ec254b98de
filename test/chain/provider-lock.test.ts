import assert from 'node:assert/strict';
import { openWorkspaceTexts } from '../support/checked-workspace.ts';

const host = 'token.actions.githubusercontent.com';
const subject = 'repo:my-org/my-repo:ref:refs/heads/main';

/** Whether the role is locked whose trust policy has these conditions. */
function isLocked(condition: object, provider = `oidc-provider/${host}`): boolean | null | undefined {
  const text = JSON.stringify({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Federated: `arn:aws:iam::111122223333:${provider}` },
                Action: provider.startsWith('saml') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity',
                Condition: condition,
              },
            ],
          },
        },
      },
    },
  });
  const { graph } = openWorkspaceTexts(new Map([['role.json', text]]));
  const [hop] = graph.hops;
  assert.equal(hop?.source.kind, 'federated');
  return hop?.locked.target;
}

describe('the hop of an identity provider', () => {
  const cases: readonly (readonly [name: string, condition: object, locked: boolean])[] = [
    ['one subject', { StringEquals: { [`${host}:sub`]: subject } }, true],
    ['one of two subjects', { StringEquals: { [`${host}:sub`]: [subject, `${subject}2`] } }, true],
    ['one subject as a pattern without wildcard', { StringLike: { [`${host}:sub`]: subject } }, true],
    ['a pattern', { StringLike: { [`${host}:sub`]: 'repo:my-org/my-repo:*' } }, false],
    ['one subject and a pattern', { StringLike: { [`${host}:sub`]: [subject, 'repo:my-org/*'] } }, false],
    ['one subject where there is one', { StringEqualsIfExists: { [`${host}:sub`]: subject } }, false],
    ['every other subject', { StringNotEquals: { [`${host}:sub`]: subject } }, false],
    ['an audience alone', { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' } }, false],
    ['a key of AWS that ends alike', { StringEquals: { 'saml:sub': subject } }, false],
    ['nothing', {}, false],
  ];
  for (const [name, condition, locked] of cases)
    it(`is ${locked ? 'locked' : 'open'} where the role asks for ${name}`, () =>
      assert.equal(isLocked(condition), locked));

  it('is open for a provider of SAML, which decides by itself', () => {
    const condition = { StringEquals: { 'saml:aud': 'https://signin.aws.amazon.com/saml' } };
    assert.equal(isLocked(condition, 'saml-provider/Directory'), false);
  });
});
