import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string, principal = '"*"', effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": ${principal}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const message = (key: string, header: string, instead = 'It keeps no one out who does not want to be kept out.') =>
  `\`${key}\` is the header \`${header}\`, in which a caller writes what it likes. ${instead}`;
const nothingElse = 'It keeps no one out who does not want to be kept out, and nothing else does.';

ruleCases('forgeable-condition-key', {
  kind: 'resource',
  cases: [
    {
      name: 'a page that links to a bucket',
      statement: statement('{ "StringLike": { <|"aws:Referer"|>: "https://example.com/*" } }'),
      finds: [{ message: message('aws:Referer', 'Referer', nothingElse), fixes: [] }],
    },
    {
      name: 'a program, over an encrypted connection',
      statement: statement(
        '{ "StringEquals": { <|"aws:UserAgent"|>: "example" }, "Bool": { "aws:SecureTransport": "true" } }',
      ),
      finds: [message('aws:UserAgent', 'User-Agent', nothingElse)],
    },
    {
      name: 'beside another guard',
      statement: statement(
        '{ "StringLike": { <|"aws:Referer"|>: "https://example.com/*" }, "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
      ),
      finds: [{ severity: 'info', message: message('aws:Referer', 'Referer') }],
    },
    {
      name: 'a named principal',
      statement: statement('{ "StringLike": { <|"aws:UserAgent"|>: "example/*" } }', '{ "AWS": "111122223333" }'),
      finds: [{ severity: 'info', message: message('aws:UserAgent', 'User-Agent') }],
    },
    {
      name: 'a service',
      statement: statement(
        '{ "StringEquals": { <|"aws:Referer"|>: "111122223333" } }',
        '{ "Service": "ses.amazonaws.com" }',
      ),
      finds: [
        {
          severity: 'hint',
          message: message(
            'aws:Referer',
            'Referer',
            'For whom a service calls, `aws:SourceArn` and `aws:SourceAccount` say, where the service sends them.',
          ),
        },
      ],
    },
    {
      name: 'a Deny for other programs',
      statement: statement('{ "StringNotLike": { <|"aws:UserAgent"|>: "example/*" } }', undefined, 'Deny'),
      finds: [{ severity: 'info', message: message('aws:UserAgent', 'User-Agent') }],
    },
    {
      name: 'a Deny for one program',
      statement: statement('{ "StringLike": { "aws:UserAgent": "example/*" } }', undefined, 'Deny'),
    },
    { name: 'whether the header is there', statement: statement('{ "Null": { "aws:Referer": "false" } }') },
    { name: 'another key', statement: statement('{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }') },
    {
      name: 'a role that is open to everyone has its own rule',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:UserAgent": "example" } } }',
    },
  ],
});
