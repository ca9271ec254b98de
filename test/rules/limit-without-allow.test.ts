import assert from 'node:assert/strict';
import { analyse } from '../../server/src/service/analysis.ts';
import { ruleCases } from './support/rule-cases.ts';

const deny = '{ "Effect": "Deny", "Action": "iam:*", "Resource": "*" }';
const allow = '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }';
const policy = (statements: string, key = '<|"Statement"|>') => `{ "Version": "2012-10-17", ${key}: ${statements} }`;

const boundary =
  'This permissions boundary only denies. Whom it limits may do only what the boundary allows as well: here nothing, but for what resource policies grant to a user or a session itself. Allow in it what they may do at most.';
const session =
  'This session policy only denies. Its session may do only what the policy allows as well: here nothing, but for what resource policies grant to the session itself. Allow in it what the session may do at most.';
const oneOfSeveral =
  'This session policy only denies. A session may do only what its session policies allow as well: nothing, unless a managed policy that is passed along allows it, or a resource policy grants it to the session itself. Allow in it what the session may do at most.';

/** A role that a managed policy of its template limits. */
const limited = (statements: string, limit = '!Ref Limit', key = '<|Statement|>') => `Conditions: { Strict: {} }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      PermissionsBoundary: ${limit}
  Limit:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        ${key}: ${statements}
`;
const passed = (type: string, property: string, others = '') => `Resources:
  Example:
    Type: ${type}
    Properties:
${others}      ${property}: '{ "Version": "2012-10-17", <|"Statement"|>: [${deny}] }'
`;
const file = 'template.yaml';
const silent = (name: string, text: string) => ({ name, file, text: text.replace(/<\||\|>/g, '') });

ruleCases('limit-without-allow', {
  kind: 'boundary',
  cases: [
    { name: 'a boundary of one Deny', policy: policy(`[${deny}]`), finds: [{ message: boundary, fixes: [] }] },
    { name: 'a statement that is no list', policy: policy(deny), finds: [boundary] },
    { name: 'several', policy: policy(`[${deny}, ${deny}]`), finds: [boundary] },
    { name: 'an Allow', policy: policy(`[${deny}, ${allow}]`, '"Statement"') },
    { name: 'an effect that is no word', policy: policy('[{ "Effect": "deny", "Action": "s3:*" }]', '"Statement"') },
    { name: 'no statements', policy: policy('[]', '"Statement"') },
    {
      name: 'a session policy',
      kind: 'session',
      policy: policy(`[${deny}]`),
      finds: [{ message: oneOfSeveral, severity: 'hint' }],
    },
    { name: 'a session policy that allows', kind: 'session', policy: policy(`[${allow}]`, '"Statement"') },
    ...(['identity', 'scp'] as const).map((kind) => ({
      name: `a policy of the kind ${kind}, beside which others allow`,
      kind,
      policy: policy(`[${deny}]`, '"Statement"'),
    })),
    { name: 'the boundary of a role', file, text: limited(`[${deny}]`), finds: [boundary] },
    {
      name: 'the boundary of a role, by its attribute',
      file,
      text: limited(`[${deny}]`, '!GetAtt Limit.PolicyArn'),
      finds: [boundary],
    },
    silent('the boundary of a role, which allows', limited(`[${deny}, ${allow}]`)),
    silent('statements that are not known', limited(`[${deny}, !Ref More]`)),
    silent('an Allow in some deployments', limited(`[${deny}, !If [Strict, !Ref AWS::NoValue, ${allow}]]`)),
    silent('an effect that is not known', limited('[{ Effect: !Ref E, Action: "s3:*", Resource: "*" }]')),
    silent('the boundary of another template', limited(`[${deny}]`, '!ImportValue Limit')),
    {
      name: 'a session policy of EKS, which passes no other',
      file,
      text: passed('AWS::EKS::PodIdentityAssociation', 'Policy'),
      finds: [session],
    },
    {
      name: 'a session policy of Transfer Family',
      file,
      text: passed('AWS::Transfer::User', 'Policy'),
      finds: [session],
    },
    {
      name: 'a session policy of Roles Anywhere, beside which managed ones may be passed',
      file,
      text: passed('AWS::RolesAnywhere::Profile', 'SessionPolicy'),
      finds: [{ message: oneOfSeveral, severity: 'hint' }],
    },
  ],
});

describe('limit-without-allow', () => {
  for (const path of ['protect-boundary.json', 'no-session-tokens.json'])
    it(`leaves alone what is only named like one: ${path}`, () => {
      const { policies, findings } = analyse({ path, text: policy(`[${deny}]`, '"Statement"') }, { rules: {} });
      assert.deepEqual([policies().length, findings], [1, []]);
    });
});
