import { ruleCases } from './support/rule-cases.ts';

const statement = (key: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", ${key}: { "AWS": "arn:aws:iam::111122223333:role/Name" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }`;

ruleCases('allow-with-not-principal', {
  kind: 'resource',
  cases: [
    {
      name: 'an Allow',
      statement: statement('<|"NotPrincipal"|>'),
      finds: [
        {
          message:
            'This lets in everyone but those listed: anyone in any AWS account, and callers who have none. Name with `Principal` who may come in.',
          fixes: [],
        },
      ],
    },
    { name: 'a Deny', statement: statement('"NotPrincipal"', 'Deny') },
    { name: 'Principal', statement: statement('"Principal"') },
    { name: 'an effect that is not known', statement: statement('"NotPrincipal"', '<effect>') },
  ],
});
