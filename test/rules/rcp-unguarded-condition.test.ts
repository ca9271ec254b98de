import { ruleCases } from './support/rule-cases.ts';

const statement = (conditions: string, action = '["s3:*", "sts:AssumeRole"]') =>
  `{ "Effect": "Deny", "Principal": "*", "Action": ${action}, "Resource": "*", "Condition": ${conditions} }`;

const services = (keys: string) =>
  `Requests that services make as themselves carry no value of yours for ${keys}, so that this Deny blocks them. Add \`"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }\`.`;
const everyone = (keys: string) =>
  `Requests of roles and users carry no ${keys}, so that this Deny blocks all of them. Add \`"Bool": { "aws:PrincipalIsAWSService": "true" }\` and \`"Null": { "aws:SourceAccount": "false" }\`.`;
const silent = (keys: string) =>
  `Services do not send ${keys} with every request, and this Deny blocks those without. Add \`"Null": { "aws:SourceAccount": "false" }\`.`;

ruleCases('rcp-unguarded-condition', {
  kind: 'rcp',
  cases: [
    {
      name: 'callers of other organizations, services among them',
      statement: statement('{ "StringNotEqualsIfExists": { <|"aws:PrincipalOrgID"|>: "o-a1b2c3d4e5" } }'),
      finds: [
        {
          message: services('`aws:PrincipalOrgID`'),
          fixes: [
            {
              title: 'Leave services out: add aws:PrincipalIsAWSService',
              applicability: 'suggestion',
              result: statement(
                '{ "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'several keys of the caller',
      statement: statement(
        '{ "StringNotEquals": { <|"aws:PrincipalOrgID"|>: "o-a1b2c3d4e5", "aws:PrincipalAccount": "111122223333" }, "StringNotEqualsIfExists": { "aws:ResourceTag/public": "true" } }',
      ),
      finds: [services('`aws:PrincipalOrgID` and `aws:PrincipalAccount`')],
    },
    {
      name: 'no organization at all',
      statement: statement('{ "Null": { <|"aws:PrincipalOrgID"|>: "true" } }'),
      finds: [services('`aws:PrincipalOrgID`')],
    },
    {
      name: 'with services left out',
      statement: statement(
        '{ "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } }',
      ),
    },
    {
      name: 'with services left out by their name',
      statement: statement(
        '{ "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "Null": { "aws:PrincipalServiceName": "true" } }',
      ),
    },
    {
      name: 'only callers that have the key',
      statement: statement(
        '{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "Null": { "aws:PrincipalOrgID": "false" } }',
      ),
    },
    {
      name: 'one caller',
      statement: statement('{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/x" } }'),
    },
    {
      name: 'a condition that a service does not meet',
      statement: statement(
        '{ "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "Bool": { "aws:SecureTransport": "false" } }',
      ),
    },
    {
      name: 'paths, which a service without them does not fail',
      statement: statement(
        '{ "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*" } }',
      ),
    },
    {
      name: 'callers or sources of an organization',
      statement: statement(
        '{ "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:SourceOrgID": "o-a1b2c3d4e5" } }',
      ),
    },
    {
      name: 'actions that no service calls',
      statement: statement(
        '{ "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
        '"sts:AssumeRoleWithWebIdentity"',
      ),
    },
    {
      name: 'sources of other organizations, and everyone who has none',
      statement: statement('{ "StringNotEqualsIfExists": { <|"aws:SourceOrgID"|>: "o-a1b2c3d4e5" } }'),
      finds: [
        {
          message: everyone('`aws:SourceOrgID`'),
          fixes: [
            {
              title: 'Deny only services that act for others: add aws:PrincipalIsAWSService and aws:SourceAccount',
              result: statement(
                '{ "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Bool": { "aws:PrincipalIsAWSService": "true" }, "Null": { "aws:SourceAccount": "false" } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'sources of other accounts',
      statement: statement(
        '{ "StringNotEquals": { <|"aws:SourceAccount"|>: "111122223333" }, "StringNotEqualsIfExists": { "aws:ResourceTag/public": "true" } }',
      ),
      finds: [everyone('`aws:SourceAccount`')],
    },
    {
      name: 'services that do not say for whom they act',
      statement: statement(
        '{ "StringNotEqualsIfExists": { <|"aws:SourceOrgID"|>: "o-a1b2c3d4e5" }, "Bool": { "aws:PrincipalIsAWSService": "true" } }',
      ),
      finds: [
        {
          message: silent('`aws:SourceOrgID`'),
          fixes: [
            {
              title: 'Deny only requests that carry aws:SourceAccount',
              result: statement(
                '{ "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Bool": { "aws:PrincipalIsAWSService": "true" }, "Null": { "aws:SourceAccount": "false" } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'services that say for whom they act',
      statement: statement(
        '{ "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Null": { "aws:SourceAccount": "false" }, "Bool": { "aws:PrincipalIsAWSService": "true" } }',
      ),
    },
    {
      name: 'all who say for whom they act, who are services',
      statement: statement(
        '{ "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Null": { "aws:SourceArn": "false" } }',
      ),
    },
    {
      name: 'a place that roles and users may call from',
      statement: statement(
        '{ "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "NotIpAddressIfExists": { "aws:SourceIp": "203.0.113.0/24" } }',
      ),
    },
    {
      name: 'conditions hidden by an intrinsic',
      statement: statement(
        '{ "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "Fn::Transform": { "Name": "More" } }',
      ),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a service control policy, which no service is subject to',
      kind: 'scp',
      statement:
        '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }',
    },
  ],
});
