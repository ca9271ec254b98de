import { ruleCases } from './support/rule-cases.ts';

const statement = (principal: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": ${principal}, "Action": "s3:GetObject", "Resource": "*" }`;
const template = (type: string, principal: string) =>
  `{ "Resources": { "Endpoint": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { ${type}"PolicyDocument": { "Version": "2012-10-17", "Statement": ${statement(principal)} } } } } }`;
const root = (written: string) =>
  `\`${written}\` means the root user of the account alone here: the principal of a gateway endpoint has to be \`"*"\`. Say who it is by a condition on \`aws:PrincipalArn\` or \`aws:PrincipalAccount\`.`;
const other = (written: string) =>
  `\`${written}\` is not supported here: the principal of a gateway endpoint has to be \`"*"\`. Say who it is by a condition on \`aws:PrincipalArn\` or \`aws:PrincipalAccount\`.`;
const forms = ['json', 'yaml'] as const;

ruleCases('gateway-endpoint-principal', {
  kind: 'endpoint',
  cases: [
    {
      name: 'accounts',
      statement: statement('{ "AWS": [<|"111122223333"|>, <|"arn:aws:iam::111122223333:root"|>] }'),
      forms,
      finds: [{ message: root('111122223333'), fixes: [] }, root('arn:aws:iam::111122223333:root')],
    },
    {
      name: 'this account',
      statement: statement('{ "AWS": <|{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root" }|> }'),
      forms,
      finds: [root('arn:aws:iam::${AWS::AccountId}:root')],
    },
    {
      name: 'a role',
      statement: statement('{ "AWS": <|"arn:aws:iam::111122223333:role/Reader"|> }', 'Deny'),
      forms,
      finds: [other('arn:aws:iam::111122223333:role/Reader')],
    },
    {
      name: 'a gateway by its type',
      file: 'template.json',
      text: template('"VpcEndpointType": "Gateway", ', '{ "AWS": <|"111122223333"|> }'),
      finds: [root('111122223333')],
    },
    {
      name: 'an interface',
      file: 'template.json',
      text: template('"VpcEndpointType": "Interface", ', '{ "AWS": "111122223333" }'),
    },
    {
      name: 'a type that is not known',
      file: 'template.json',
      text: template('"VpcEndpointType": { "Ref": "Type" }, ', '{ "AWS": "111122223333" }'),
    },
    { name: 'everyone', statement: statement('"*"'), forms },
    { name: 'everyone as an AWS principal', statement: statement('{ "AWS": "*" }'), forms },
    {
      name: 'a policy of which it is not known what endpoint it is for',
      file: 'policy.json',
      text: `{ "Version": "2012-10-17", "Statement": ${statement('{ "AWS": "111122223333" }')} }`,
    },
  ],
});
