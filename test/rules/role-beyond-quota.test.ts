import { ruleCases } from './support/rule-cases.ts';

/** A document of that many characters without white space. */
function sized(length: number): string {
  const around = (sid: string) =>
    `{"Version":"2012-10-17","Statement":[{"Sid":"${sid}","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/b"}]}`;
  return around('a'.repeat(length - around('').length));
}
const inline = (...documents: readonly string[]) =>
  documents.map((each, index) => `\n        - { PolicyName: p${index}, PolicyDocument: ${each} }`).join('');
const template = (type: string, properties: string, others = '') =>
  `Resources:\n  Entity:\n    Type: ${type}\n    Properties:\n      Path: /\n${properties}${others}\n`;
const role = (properties: string, others = '') => template('AWS::IAM::Role', properties, others);
const attached = (length: number, condition = '') => `
  Other:
    Type: AWS::IAM::Policy${condition}
    Properties:
      PolicyName: other
      Roles: [!Ref Entity]
      PolicyDocument: ${sized(length)}`;
const managed = (count: number) =>
  Array.from({ length: count }, (_, index) => `arn:aws:iam::111122223333:policy/p${index}`);
const attaching = `
  Eleventh:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [!Ref Entity]
      PolicyDocument: ${sized(200)}`;
const beyond = (what: string, total: number, limit: number) =>
  `The ${what} have together at least ${total} characters without white space, and all together may have ${limit}. Shorten them, or make managed policies of some.`;
const many = (entity: string) =>
  `This ${entity} gets 11 managed policies, and AWS attaches 10 unless the account's quota was raised. Join some of them.`;
const file = 'template.yaml';

ruleCases('role-beyond-quota', {
  kind: 'identity',
  cases: [
    {
      name: 'two inline policies that are too long together',
      file,
      text: role(`      <|Policies|>:${inline(sized(6000), sized(4241))}`),
      finds: [{ message: beyond('2 inline policies of this role', 10241, 10240), fixes: [] }],
    },
    {
      name: 'with one that is a resource of its own',
      file,
      text: role(`      <|Policies|>:${inline(sized(6000))}`, attached(5000)),
      finds: [beyond('2 inline policies of this role (with `Other`)', 11000, 10240)],
    },
    {
      name: 'near the quota',
      file,
      text: role(`      <|Policies|>:${inline(sized(5000), sized(5000))}`),
      finds: [
        {
          severity: 'hint',
          message:
            'The 2 inline policies of this role have together at least 10000 characters without white space: of the 10240 that all together may have, at most 240 are left.',
        },
      ],
    },
    {
      name: 'a user',
      file,
      text: template('AWS::IAM::User', `      <|Policies|>:${inline(sized(1000), sized(1049))}`),
      finds: [beyond('2 inline policies of this user', 2049, 2048)],
    },
    {
      name: 'a group',
      file,
      text: template('AWS::IAM::Group', `      <|Policies|>:${inline(sized(3000), sized(2121))}`),
      finds: [beyond('2 inline policies of this group', 5121, 5120)],
    },
    { name: 'far from it', file, text: role(`      Policies:${inline(sized(4000), sized(4000))}`) },
    { name: 'one that is too long alone', file, text: role(`      Policies:${inline(sized(10241), sized(400))}`) },
    {
      name: 'one under a condition',
      file,
      text: role(`      Policies:${inline(sized(6000))}`, attached(5000, '\n    Condition: IsTest')),
    },
    {
      name: 'one in a choice',
      file,
      text: role(
        `      Policies:${inline(sized(6000))}\n        - !If [IsTest, { PolicyName: a, PolicyDocument: ${sized(5000)} }, !Ref AWS::NoValue]`,
      ),
    },
    {
      name: 'eleven managed policies',
      file,
      text: role(`      <|ManagedPolicyArns|>: [${managed(11).join(', ')}]`),
      finds: [{ severity: 'info', message: many('role'), fixes: [] }],
    },
    {
      name: 'ten, and one that attaches itself',
      file,
      text: role(`      <|ManagedPolicyArns|>: [${managed(10).join(', ')}]`, attaching),
      finds: [{ severity: 'info', message: many('role') }],
    },
    {
      name: 'nine, and one that is attached from both sides',
      file,
      text: role(`      ManagedPolicyArns: [${[...managed(9), '!Ref Eleventh'].join(', ')}]`, attaching),
    },
    { name: 'ten', file, text: role(`      ManagedPolicyArns: [${managed(10).join(', ')}]`) },
    {
      name: 'one of them in a choice',
      file,
      text: role(`      ManagedPolicyArns: [${[...managed(10), '!If [A, a, !Ref AWS::NoValue]'].join(', ')}]`),
    },
  ],
});
