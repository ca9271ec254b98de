import { ruleCases } from './support/rule-cases.ts';

const message = 'AWS does not support `NotPrincipal` in a trust policy. Name with `Principal` who may assume the role.';

ruleCases('trust-not-principal', {
  kind: 'trust',
  cases: [
    {
      name: 'NotPrincipal',
      statement: '{ "Effect": "Allow", <|"NotPrincipal"|>: { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }',
      finds: [{ message, fixes: [] }],
    },
    {
      name: 'a value that is not known',
      statement: '{ "Effect": "Allow", <|"NotPrincipal"|>: { "Ref": "Everyone" }, "Action": "sts:AssumeRole" }',
      forms: ['json', 'yaml'],
      finds: [message],
    },
    {
      name: 'Principal',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Name" }, "Action": "sts:AssumeRole" }',
    },
    {
      name: 'a Deny',
      statement: '{ "Effect": "Deny", <|"NotPrincipal"|>: { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }',
      finds: [message],
    },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement: '{ "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*" }',
    },
  ],
});
