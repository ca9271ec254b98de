import { ruleCases } from './support/rule-cases.ts';

const around = (keys: string) =>
  `{ "Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*", "Condition": { "StringEquals": { ${keys} } } }`;

ruleCases('condition-tag-key-missing', {
  kind: 'identity',
  cases: [
    {
      name: 'no slash',
      statement: around('<|"aws:ResourceTag"|>: "a"'),
      finds: [
        {
          message:
            '`aws:ResourceTag` does not say which one is compared, so that no request has it. Write its key behind it, as in `aws:ResourceTag/example`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'nothing behind the slash, in any case',
      statement: around('<|"aws:requesttag/"|>: "a"'),
      finds: [
        '`aws:requesttag/` does not say which one is compared, so that no request has it. Write its key behind it, as in `aws:requesttag/example`.',
      ],
    },
    {
      name: 'a key of a service',
      statement: around('<|"ec2:ResourceTag"|>: "a"'),
      finds: [
        '`ec2:ResourceTag` does not say which one is compared, so that no request has it. Write its key behind it, as in `ec2:ResourceTag/example`.',
      ],
    },
    {
      name: 'a colon for the slash',
      statement: around('<|"kms:EncryptionContext:"|>: "a"'),
      finds: [
        '`kms:EncryptionContext:` does not say which one is compared, so that no request has it. Write its key behind it, as in `kms:EncryptionContext:example`.',
      ],
    },
    { name: 'with the key of the tag', statement: around('"aws:ResourceTag/team": "a", "ec2:ResourceTag/team": "a"') },
    { name: 'the keys of tags', statement: around('"aws:TagKeys": "team"') },
    { name: 'no tag at all', statement: around('"aws:PrincipalOrgID": "o-a1b2c3d4e5"') },
    { name: 'no data', data: 'none', statement: around('"aws:ResourceTag": "a"') },
    { name: 'to be filled in', statement: around('"aws:ResourceTag/<key>": "a", "aws:ResourceTag/${Key}": "a"') },
  ],
});
