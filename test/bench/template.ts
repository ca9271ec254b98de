import { parse } from 'yaml';

/** A CloudFormation template in YAML of about that many characters: a chain of roles, each of which trusts the one before. */
export function generateTemplate(length: number): string {
  const parts = [head];
  let written = head.length;
  for (let index = 0; written < length; index++) {
    const part = role(index);
    parts.push(part);
    written += part.length;
  }
  return parts.join('');
}

/** The same in JSON, of about that many characters. */
export function generateJsonTemplate(length: number): string {
  // JSON takes more for the same.
  const long = generateTemplate(length * 0.65).replace(/!(Ref|GetAtt|Sub) ('[^']*'|\S+)/g, (_, name, value) => {
    return `{ '${name === 'Ref' ? name : `Fn::${name}`}': ${value} }`;
  });
  return JSON.stringify(parse(long), undefined, 2);
}

const head = `AWSTemplateFormatVersion: '2010-09-09'
Description: A generated chain of roles
Parameters:
  OrgId:
    Type: String
    Default: o-a1b2c3d4e5
  TrustedAccount:
    Type: String
    Default: '111122223333'
Resources:
`;

interface Service {
  readonly actions: readonly string[];
  readonly arn: string;
}

const services: readonly [Service, ...Service[]] = [
  { actions: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'], arn: 'arn:aws:s3:::data-bucket-' },
  {
    actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    arn: 'arn:aws:dynamodb:us-east-1:111122223333:table/t',
  },
  {
    actions: ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
    arn: 'arn:aws:sqs:us-east-1:111122223333:queue',
  },
  { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], arn: 'arn:aws:kms:us-east-1:111122223333:key/0000-' },
];

function role(index: number): string {
  const { actions, arn } = services[index % services.length] ?? services[0];
  const source = index === 0 ? "!Sub 'arn:aws:iam::${TrustedAccount}:root'" : `!GetAtt ${roleName(index - 1)}.Arn`;
  return `  ${roleName(index)}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub '\${AWS::StackName}-chain-${index}'
      Description: Link ${index} of the generated chain
      MaxSessionDuration: 3600
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: AllowPreviousLink
            Effect: Allow
            Principal:
              AWS: ${source}
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                aws:PrincipalOrgID: !Ref OrgId
                sts:ExternalId: 'external-${index}'
              ForAnyValue:StringLike:
                aws:PrincipalOrgPaths:
                  - 'o-a1b2c3d4e5/r-ab12/ou-ab12-${11111111 + index}/*'
          - Sid: AllowItsTags
            Effect: Allow
            Principal:
              AWS: ${source}
            Action: sts:TagSession
            Condition:
              StringEquals:
                aws:PrincipalOrgID: !Ref OrgId
      Policies:
        - PolicyName: chain-${index}
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Sid: NextLink
                Effect: Allow
                Action: sts:AssumeRole
                Resource: 'arn:aws:iam::111122223333:role/stack-chain-${index + 1}'
              - Sid: Data
                Effect: Allow
                Action:
${actions.map((action) => `                  - ${action}`).join('\n')}
                Resource:
                  - '${arn}${index}'
                  - '${arn}${index}/*'
                Condition:
                  Bool:
                    aws:SecureTransport: 'true'
              - Sid: DenyOutside
                Effect: Deny
                Action: '*'
                Resource: '*'
                Condition:
                  StringNotEquals:
                    aws:ResourceOrgID: !Ref OrgId
      Tags:
        - Key: link
          Value: '${index}'
`;
}

function roleName(index: number): string {
  return `Role${String(index).padStart(4, '0')}`;
}
