import { ruleCases } from './support/rule-cases.ts';

/** A document without white space and of that many characters but for what its first key is marked with. */
const trustOf = (length: number) =>
  sized(length, '"Principal":{"AWS":"arn:aws:iam::111122223333:role/Name"},"Action":"sts:AssumeRole"');
const denyOf = (length: number) => sized(length, '"Action":"s3:*","Resource":"*"');
function sized(length: number, rest: string): string {
  const around = (sid: string) => `{"Version":"2012-10-17","Statement":[{"Sid":"${sid}","Effect":"Allow",${rest}}]}`;
  return around('a'.repeat(length - around('').length));
}
const marked = (policy: string) => policy.replace('"Version"', '<|"Version"|>');
const message = (length: number, of: string, quota: number, advice: string) =>
  `This policy has at least ${length} characters without white space, and ${of} may have ${quota}. ${advice}`;
const left = (length: number, of: string, quota: number, room: number) =>
  `This policy has at least ${length} characters without white space: of the ${quota} that ${of} may have, at most ${room} are left.`;
const shorten = 'Shorten it, or divide it among several.';

const inRole = (policy: string) =>
  `{ "Resources": { "Role": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": ${trustOf(300)}, "Policies": [{ "PolicyName": "a", "PolicyDocument": ${policy} }] } } } }`;

ruleCases('policy-too-long', {
  kind: 'scp',
  cases: [
    {
      name: 'one character too many',
      policy: marked(denyOf(10241)),
      finds: [{ message: message(10241, 'a service control policy', 10240, shorten), fixes: [] }],
    },
    {
      name: 'as many as may be',
      policy: marked(denyOf(10240)),
      finds: [{ severity: 'hint', message: left(10240, 'a service control policy', 10240, 0), fixes: [] }],
    },
    {
      name: 'a session policy with little room',
      kind: 'session',
      policy: marked(denyOf(2000)),
      finds: [{ severity: 'hint', message: left(2000, 'a session policy', 2048, 48), fixes: [] }],
    },
    {
      name: 'a managed policy with little room',
      kind: 'identity',
      policy: marked(denyOf(6000)),
      forms: ['json', 'yaml'],
      finds: [{ severity: 'hint', message: left(6000, 'a managed policy', 6144, 144), fixes: [] }],
    },
    {
      name: 'a value that is not looked into, in a policy without a quota',
      kind: 'resource',
      policy: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":<|"${'a'.repeat(32_769)}"|>}]}`,
      forms: ['json'],
      finds: [
        {
          severity: 'info',
          message:
            'This value has 32769 characters, more than any policy may have. It is not looked into: nothing is found in it.',
          fixes: [],
        },
      ],
    },
    {
      name: 'the longest value that is looked into',
      kind: 'resource',
      policy: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"${'a'.repeat(32_768)}"}]}`,
      forms: ['json'],
    },
    { name: 'nine tenths of it', kind: 'session', policy: denyOf(1843) },
    {
      name: 'a trust policy beyond the default',
      kind: 'trust',
      policy: marked(trustOf(2049)),
      finds: [{ severity: 'info', message: message(2049, 'a trust policy', 2048, 'The quota can be raised to 8192.') }],
    },
    {
      name: 'a trust policy beyond all quotas',
      kind: 'trust',
      policy: marked(trustOf(8193)),
      finds: [message(8193, 'a trust policy', 2048, shorten)],
    },
    {
      name: 'a managed policy',
      kind: 'identity',
      policy: marked(denyOf(6145)),
      forms: ['json', 'yaml'],
      finds: [message(6145, 'a managed policy', 6144, shorten)],
    },
    { name: 'an identity policy that stands alone', kind: 'identity', policy: denyOf(6145), forms: ['policy'] },
    {
      name: 'an identity policy that is too long for all',
      kind: 'identity',
      policy: marked(denyOf(10241)),
      forms: ['policy'],
      finds: [{ severity: 'info', message: message(10241, 'all inline policies of a role together', 10240, shorten) }],
    },
    {
      name: 'an inline policy of a role',
      file: 'template.json',
      text: inRole(marked(denyOf(10241))),
      finds: [message(10241, 'all inline policies of a role together', 10240, shorten)],
    },
    { name: 'one that fits', file: 'template.json', text: inRole(denyOf(9000)) },
    {
      name: 'a permission set, which has a quota of its own',
      file: 'template.json',
      text: `{ "Resources": { "Set": { "Type": "AWS::SSO::PermissionSet", "Properties": { "InlinePolicy": ${denyOf(10241)} } } } }`,
    },
    {
      name: 'white space',
      policy: marked(denyOf(10240).replaceAll(',', ' ,\n    ')),
      finds: [{ severity: 'hint', message: left(10240, 'a service control policy', 10240, 0) }],
    },
    {
      name: 'what is not known before deployment',
      policy: marked(
        denyOf(10220).replace('"Resource":"*"', '"Resource":{"Fn::Sub":"${ANameOfMoreThanTwentyCharacters}"}'),
      ),
      forms: ['json', 'yaml'],
      finds: [{ severity: 'hint', message: left(10217, 'a service control policy', 10240, 23) }],
    },
    {
      name: 'the longer branch of an Fn::If',
      policy: denyOf(5000).replace('"Resource":"*"', `"Resource":{"Fn::If":["Wide","*","${'b'.repeat(6000)}"]}`),
      forms: ['json', 'yaml'],
    },
  ],
});
