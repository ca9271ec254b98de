import { ruleCases } from './support/rule-cases.ts';

const statement = (principals: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": { "AWS": ${principals} }, "Action": "sts:AssumeRole" }`;
const role = 'arn:aws:iam::111122223333:role/Deployer';
const session = 'arn:aws:sts::111122223333:assumed-role/Deployer/example';
const message = (written: string) =>
  `\`${written}\` adds nothing: its role is named too, and stands for all of its sessions. Remove one of the two.`;

ruleCases('trust-redundant-session', {
  kind: 'trust',
  cases: [
    {
      name: 'a session beside its role',
      statement: statement(`[<|"${role}"|>, <|"${session}"|>]`),
      finds: [
        {
          at: 1,
          message: message(session),
          related: [{ at: 0, message: 'The role is here' }],
          fixes: [{ title: 'Remove the session', applicability: 'suggestion', result: statement(`["${role}"]`) }],
        },
      ],
    },
    {
      name: 'a role with a path',
      statement: statement(`[<|"${session}"|>, "arn:aws:iam::111122223333:role/ci/main/Deployer"]`),
      finds: [message(session)],
    },
    {
      name: 'of this account',
      statement: statement(
        '[{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/Deployer" }, <|{ "Fn::Sub": "arn:aws:sts::${AWS::AccountId}:assumed-role/Deployer/example" }|>]',
      ),
      forms: ['json', 'yaml'],
      finds: [message('arn:aws:sts::${AWS::AccountId}:assumed-role/Deployer/example')],
    },
    { name: 'another role', statement: statement(`["arn:aws:iam::111122223333:role/Reader", "${session}"]`) },
    { name: 'another account', statement: statement(`["arn:aws:iam::222233334444:role/Deployer", "${session}"]`) },
    {
      name: 'an account that is not known',
      statement: statement(`[{ "Fn::Sub": "arn:aws:iam::\${Account}:role/Deployer" }, "${session}"]`),
      forms: ['json', 'yaml'],
    },
    { name: 'the account', statement: statement(`["111122223333", "${session}"]`) },
    { name: 'a session alone', statement: statement(`"${session}"`) },
    {
      name: 'sessions of any name, which another rule reports',
      statement: statement(`["${role}", "arn:aws:sts::111122223333:assumed-role/Deployer/*"]`),
    },
    { name: 'a parameter', statement: statement(`[{ "Ref": "Role" }, "${session}"]`), forms: ['json', 'yaml'] },
  ],
});
