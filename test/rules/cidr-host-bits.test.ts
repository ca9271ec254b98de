import { ruleCases } from './support/rule-cases.ts';

const statement = (value: string, operator = 'IpAddress') =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "${operator}": { "aws:SourceIp": ${value} } } }`;

ruleCases('cidr-host-bits', {
  kind: 'identity',
  cases: [
    {
      name: 'an address with a prefix',
      statement: statement('["203.0.113.0/24", <|"54.240.143.129/24"|>]'),
      finds: [
        {
          message:
            'Only the first 24 bits of `54.240.143.129/24` count: it is the range `54.240.143.0/24`. Write it so, or `/32` if the one address is meant.',
          fixes: [
            {
              title: 'Write 54.240.143.0/24',
              applicability: 'safe',
              result: statement('["203.0.113.0/24", "54.240.143.0/24"]'),
            },
          ],
        },
      ],
    },
    {
      name: 'all addresses',
      statement: statement('<|"203.0.113.7/0"|>', 'NotIpAddress'),
      finds: [
        'Only the first 0 bits of `203.0.113.7/0` count: it is the range `0.0.0.0/0`. Write it so, or `/32` if the one address is meant.',
      ],
    },
    { name: 'a range', statement: statement('"203.0.113.128/25"') },
    { name: 'one address', statement: statement('"203.0.113.129/32"') },
    { name: 'no prefix', statement: statement('"203.0.113.129"') },
    { name: 'of the other version', statement: statement('"2001:db8::1/32"') },
    { name: 'no range', statement: statement('"office"') },
    { name: 'a text', statement: statement('"54.240.143.129/24"', 'StringEquals') },
    { name: 'a parameter', statement: statement('{ "Fn::Sub": "${Address}/24" }'), forms: ['json', 'yaml'] },
  ],
});
