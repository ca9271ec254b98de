import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const message = (key: string, network: string) =>
  `\`${key}\` is an address inside a VPC, and other VPCs, anyone's included, have the same addresses. Also ask for the VPC: \`${network}\`.`;

ruleCases('private-address-without-vpc', {
  kind: 'identity',
  cases: [
    {
      name: 'an address alone',
      statement: statement('{ "IpAddress": { <|"aws:VpcSourceIp"|>: "10.0.0.0/8" } }'),
      finds: [
        {
          message: message('aws:VpcSourceIp', 'aws:SourceVpc'),
          fixes: [
            {
              title: 'Allow only one VPC: add aws:SourceVpc',
              applicability: 'suggestion',
              result: statement(
                '{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceVpc": "<VPC id>" } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'spared by a Deny',
      statement: statement('{ "NotIpAddressIfExists": { <|"aws:vpcSourceIp"|>: "10.0.0.0/8" } }', 'Deny'),
      finds: [{ message: message('aws:vpcSourceIp', 'aws:SourceVpc'), fixes: [] }],
    },
    {
      name: 'the address of an instance',
      statement: statement('{ "IpAddress": { <|"aws:Ec2InstanceSourcePrivateIPv4"|>: "10.0.0.7" } }'),
      finds: [message('aws:Ec2InstanceSourcePrivateIPv4', 'aws:Ec2InstanceSourceVpc')],
    },
    {
      name: 'with the VPC',
      statement: statement(
        '{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }',
      ),
    },
    {
      name: 'with the endpoint',
      statement: statement(
        '{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:sourcevpce": "vpce-1a2b3c4d" } }',
      ),
    },
    {
      name: 'with a Deny to other VPCs beside it',
      policy: `{ "Version": "2012-10-17", "Statement": [${statement('{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } }')}, ${statement('{ "StringNotEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }', 'Deny')}] }`,
    },
    {
      name: 'the policy of an endpoint',
      kind: 'endpoint',
      statement:
        '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } } }',
    },
    { name: 'a Deny to them', statement: statement('{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } }', 'Deny') },
    { name: 'a public address', statement: statement('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }') },
  ],
});
