import { ruleCases } from './support/rule-cases.ts';

const statement = (effect: string, condition: string) =>
  `{ "Effect": "${effect}", "Action": "ec2:*", "Resource": "*", "Condition": ${condition} }`;
const mfa = (value: string) => `{ "aws:MultiFactorAuthPresent": ${value} }`;

ruleCases('mfa-not-enforced', {
  kind: 'identity',
  cases: [
    {
      name: 'an Allow that holds without the key',
      statement: statement('Allow', `{ <|"BoolIfExists"|>: ${mfa('"true"')} }`),
      finds: [
        {
          message:
            '`BoolIfExists` also holds for requests without `aws:MultiFactorAuthPresent`, such as those signed with access keys. Use `Bool`.',
          fixes: [
            {
              title: 'Use Bool',
              applicability: 'suggestion',
              result: statement('Allow', `{ "Bool": ${mfa('"true"')} }`),
            },
          ],
        },
      ],
    },
    {
      name: 'a Deny that does not',
      statement: statement('Deny', `{ <|"Bool"|>: ${mfa('false')} }`),
      finds: [
        {
          message:
            'Requests signed with access keys lack `aws:MultiFactorAuthPresent`, so that this Deny lets them through. Use `BoolIfExists`.',
          fixes: [
            {
              title: 'Use BoolIfExists',
              applicability: 'suggestion',
              result: statement('Deny', `{ "BoolIfExists": ${mfa('false')} }`),
            },
          ],
        },
      ],
    },
    {
      name: 'an Allow that asks whether the key is there',
      statement: statement('Allow', `{ "Null": { <|"aws:MultiFactorAuthPresent"|>: "false" } }`),
      finds: [
        {
          message:
            'This asks only whether `aws:MultiFactorAuthPresent` is there: temporary credentials without MFA carry it too, as `false`. Ask for `true` with `Bool`.',
          fixes: [
            {
              title: 'Ask for MFA: add aws:MultiFactorAuthPresent true',
              applicability: 'suggestion',
              result: statement('Allow', `{ "Null": ${mfa('"false"')}, "Bool": ${mfa('"true"')} }`),
            },
          ],
        },
      ],
    },
    {
      name: 'whether the age is there, which is so only with MFA',
      statement: statement('Allow', '{ "Null": { "aws:MultiFactorAuthAge": "false" } }'),
    },
    { name: 'a Deny where the key is there', statement: statement('Deny', `{ "Null": ${mfa('"false"')} }`) },
    { name: 'an Allow where it is missing', statement: statement('Allow', `{ "Null": ${mfa('"true"')} }`) },
    {
      name: 'presence and value',
      statement: statement('Allow', `{ "Null": ${mfa('"false"')}, "Bool": ${mfa('"true"')} }`),
    },
    { name: 'an Allow that asks for it', statement: statement('Allow', `{ "Bool": ${mfa('"true"')} }`) },
    { name: 'a Deny of all without it', statement: statement('Deny', `{ "BoolIfExists": ${mfa('"false"')} }`) },
    { name: 'a Deny to those who have it', statement: statement('Deny', `{ "Bool": ${mfa('"true"')} }`) },
    {
      name: 'beside a question for the key',
      statement: statement('Deny', `{ "Bool": ${mfa('"false"')}, "Null": ${mfa('"false"')} }`),
    },
    {
      name: 'a parameter',
      statement: statement('Allow', `{ "BoolIfExists": ${mfa('{ "Ref": "Strict" }')} }`),
      forms: ['json', 'yaml'],
    },
    { name: 'another key', statement: statement('Allow', '{ "BoolIfExists": { "aws:SecureTransport": "true" } }') },
  ],
});
