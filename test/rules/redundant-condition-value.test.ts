import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string) =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const message = (value: string, counts: string, decides: string) =>
  `\`${value}\` adds nothing: one of the values has to fit, so that the ${counts}, \`${decides}\`, decides alone. Keep the one that is meant.`;

ruleCases('redundant-condition-value', {
  kind: 'identity',
  cases: [
    {
      name: 'an upper limit',
      statement: statement('{ "NumericLessThan": { "aws:MultiFactorAuthAge": [<|"2700"|>, "3600"] } }'),
      finds: [
        {
          message: message('2700', 'greatest', '3600'),
          fixes: [
            {
              title: 'Remove 2700',
              applicability: 'safe',
              result: statement('{ "NumericLessThan": { "aws:MultiFactorAuthAge": ["3600"] } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'a lower limit, thrice',
      statement: statement(
        '{ "NumericGreaterThanEqualsIfExists": { "s3:TlsVersion": ["1.2", <|"1.3"|>, <|"1.2"|>] } }',
      ),
      finds: [message('1.3', 'least', '1.2'), message('1.2', 'least', '1.2')],
    },
    {
      name: 'dates',
      statement: statement('{ "DateLessThan": { "aws:CurrentTime": ["2030-01-31T00:00:00Z", <|"2029-12-31"|>] } }'),
      finds: [message('2029-12-31', 'greatest', '2030-01-31T00:00:00Z')],
    },
    { name: 'one value', statement: statement('{ "NumericLessThan": { "aws:MultiFactorAuthAge": ["3600"] } }') },
    { name: 'equal to one of several', statement: statement('{ "NumericEquals": { "s3:max-keys": ["10", "20"] } }') },
    {
      name: 'a value that is not known',
      statement: statement('{ "NumericLessThan": { "aws:MultiFactorAuthAge": [{ "Ref": "Age" }, "3600"] } }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a time without a zone',
      statement: statement('{ "DateLessThan": { "aws:CurrentTime": ["2030-01-31T00:00", "2029-12-31"] } }'),
    },
  ],
});
