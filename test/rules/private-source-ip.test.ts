import { ruleCases } from './support/rule-cases.ts';

const statement = (value: string, operator = 'IpAddress', key = 'aws:SourceIp') =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "${operator}": { "${key}": ${value} } } }`;
const only = (written: string, result: string) =>
  `\`aws:SourceIp\` is the caller's public address: compared with ${written} alone, the condition ${result}. Use \`aws:VpcSourceIp\` for addresses inside a VPC.`;

ruleCases('private-source-ip', {
  kind: 'identity',
  cases: [
    {
      name: 'one range',
      statement: statement('<|"10.0.0.0/8"|>'),
      finds: [{ message: only('`10.0.0.0/8`', 'never holds'), fixes: [] }],
    },
    {
      name: 'several',
      statement: statement('<|["172.16.4.0/24", "192.168.1.7"]|>'),
      finds: [only('`172.16.4.0/24` and `192.168.1.7`', 'never holds')],
    },
    {
      name: 'negated',
      statement: statement('<|"fd12:3456::/32"|>', 'NotIpAddress'),
      finds: [only('`fd12:3456::/32`', 'holds for every address')],
    },
    {
      name: 'beside a public one',
      statement: statement('["203.0.113.0/24", <|"10.1.0.0/16"|>]'),
      finds: [
        {
          severity: 'info',
          message:
            "`aws:SourceIp` is the caller's public address, never a private one such as `10.1.0.0/16`. Use `aws:VpcSourceIp` for addresses inside a VPC.",
        },
      ],
    },
    {
      name: 'beside a parameter',
      statement: statement('[{ "Ref": "Office" }, <|"10.1.0.0/16"|>]'),
      forms: ['json', 'yaml'],
      finds: [
        {
          severity: 'info',
          message:
            "`aws:SourceIp` is the caller's public address, never a private one such as `10.1.0.0/16`. Use `aws:VpcSourceIp` for addresses inside a VPC.",
        },
      ],
    },
    { name: 'a public range', statement: statement('"203.0.113.0/24"') },
    { name: 'a wider range that has a private one in it', statement: statement('"0.0.0.0/0"') },
    { name: 'just outside', statement: statement('"172.32.0.0/16"') },
    { name: 'the address in a VPC', statement: statement('"10.0.0.0/8"', 'IpAddress', 'aws:VpcSourceIp') },
    { name: 'a placeholder', statement: statement('"<office>"') },
  ],
});
