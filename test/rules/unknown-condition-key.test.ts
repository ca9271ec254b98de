import { ruleCases } from './support/rule-cases.ts';

const around = (keys: string, operator = 'StringEquals') =>
  `{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "${operator}": { ${keys} } } }`;

ruleCases('unknown-condition-key', {
  kind: 'identity',
  cases: [
    {
      name: 'a global key, misspelt',
      statement: around('<|"aws:SourceAcount"|>: "111122223333"'),
      finds: [
        {
          message: 'There is no condition key `aws:SourceAcount`. Did you mean `aws:SourceAccount`?',
          fixes: [
            {
              title: 'Change aws:SourceAcount to aws:SourceAccount',
              applicability: 'suggestion',
              result: around('"aws:SourceAccount": "111122223333"'),
            },
          ],
        },
      ],
    },
    {
      name: 'a key of a service, misspelt',
      statement: around('<|"s3:prefx"|>: ["a", "b"]', 'StringLike'),
      finds: [
        {
          message: 'There is no condition key `s3:prefx`. Did you mean `s3:prefix`?',
          fixes: [{ title: 'Change s3:prefx to s3:prefix', result: around('"s3:prefix": ["a", "b"]', 'StringLike') }],
        },
      ],
    },
    {
      name: 'an old name',
      statement: around('<|"aws:ARN"|>: "arn:aws:iam::111122223333:role/a"', 'ArnLike'),
      finds: [
        {
          severity: 'info',
          message: '`aws:ARN` is an old name that AWS advises against. Use `aws:PrincipalArn`.',
          fixes: [
            {
              title: 'Change aws:ARN to aws:PrincipalArn',
              result: around('"aws:PrincipalArn": "arn:aws:iam::111122223333:role/a"', 'ArnLike'),
            },
          ],
        },
      ],
    },
    {
      name: 'misspelt beside the right one',
      statement: around('"s3:prefix": "a", <|"s3:prefx"|>: "b"'),
      finds: [{ message: 'There is no condition key `s3:prefx`. Did you mean `s3:prefix`?', fixes: [] }],
    },
    {
      name: 'no prefix, of a global key',
      statement: around('<|"SourceIp"|>: "192.0.2.0/24"', 'IpAddress'),
      finds: [
        {
          message: '`SourceIp` is not a condition key. Did you mean `aws:SourceIp`?',
          fixes: [
            {
              title: 'Change SourceIp to aws:SourceIp',
              result: around('"aws:SourceIp": "192.0.2.0/24"', 'IpAddress'),
            },
          ],
        },
      ],
    },
    {
      name: 'no prefix',
      statement: around('<|"color"|>: "blue"'),
      finds: [{ message: '`color` is not a condition key. Write it as `service:key` or `aws:key`.', fixes: [] }],
    },
    {
      name: 'no prefix, with old data',
      data: 'old',
      statement: around('<|"color"|>: "blue"'),
      finds: ['`color` is not a condition key. Write it as `service:key` or `aws:key`.'],
    },
    {
      name: 'a prefix that is misspelt',
      statement: around('<|"dynamdb:Select"|>: "COUNT"'),
      finds: [
        {
          message: 'No condition key begins with `dynamdb:`. Did you mean `dynamodb:Select`?',
          fixes: [{ title: 'Change dynamdb:Select to dynamodb:Select', result: around('"dynamodb:Select": "COUNT"') }],
        },
      ],
    },
    {
      name: 'a prefix far from all others',
      statement: around('<|"specific:Key"|>: "x"'),
      finds: [
        {
          message:
            'No condition key begins with `specific:` as of 2026-09-26. Check it: no request has it unless AWS added it since.',
          severity: 'info',
          fixes: [],
        },
      ],
    },
    {
      name: 'of words that other keys have, as AWS may have added it',
      statement: around('<|"aws:SourceOrgAccount"|>: "x"'),
      finds: [
        {
          message:
            'There is no condition key `aws:SourceOrgAccount` as of 2026-09-26. Check it: no request has it unless AWS added it since.',
          severity: 'info',
          fixes: [],
        },
      ],
    },
    {
      name: 'old data',
      data: 'old',
      statement: around('<|"s3:prefx"|>: "a"'),
      finds: [{ message: 'There is no condition key `s3:prefx`. Did you mean `s3:prefix`?', severity: 'hint' }],
    },
    { name: 'no data', data: 'none', statement: around('"aws:SourceAcount": "111122223333"') },
    { name: 'in any case', statement: around('"AWS:sourceaccount": "111122223333", "S3:PREFIX": "a"') },
    {
      name: 'completed by a tag',
      statement: around(
        '"aws:PrincipalTag/team": "a", "s3:ExistingObjectTag/team": "a", "kms:EncryptionContext:team": "a", "secretsmanager:ResourceTag/aws:secretsmanager:owningService": "a"',
      ),
    },
    {
      name: 'of an identity provider',
      statement: around('"oidc.example.com/id/A1:sub": "a", "accounts.google.com": "a"'),
    },
    { name: 'of no service, but known', statement: around('"saml:aud": "a", "identitycenter:InstanceArn": "a"') },
    { name: 'only in policies of AWS', statement: around('"AWS:SourceOwner": "111122223333"') },
    { name: 'of a service that is gone', statement: around('"deeplens:Key": "a"') },
    { name: 'to be filled in', statement: around('"<OIDC_provider>:sub": "a", "${Provider}:sub": "a"') },
    { name: 'the tag itself missing, which another rule reads', statement: around('"aws:ResourceTag": "a"') },
  ],
});
