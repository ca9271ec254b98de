import { ruleCases } from './support/rule-cases.ts';

const statement = (conditions: string, service = 'lambda', effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": { "Service": "${service}.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { ${conditions} } }`;
const equals = (value: string, more = '') => `"StringEquals": { "aws:SourceArn": ${value}${more} }`;

const pattern = 'arn:aws:lambda:us-west-2:111122223333:function:x-*';
const message = (value: string, operator = 'StringEquals', better = 'ArnLike') =>
  `\`${operator}\` compares \`*\` and \`?\` as they stand, so \`${value}\` never matches. Use \`${better}\`, or write the full ARN.`;
const account = ', "aws:SourceAccount": "111122223333"';

ruleCases('source-arn-wildcard-never-matches', {
  kind: 'trust',
  cases: [
    {
      name: 'StringEquals',
      statement: statement(equals(`<|"${pattern}"|>`)),
      finds: [
        {
          message: message(pattern),
          fixes: [
            {
              title: 'Use ArnLike',
              applicability: 'suggestion',
              result: statement(`"ArnLike": { "aws:SourceArn": "${pattern}" }`),
            },
          ],
        },
      ],
    },
    {
      name: 'StringEqualsIgnoreCase, and requests without the key',
      statement: statement(`"StringEqualsIgnoreCaseIfExists": { "aws:SourceArn": <|"${pattern}"|> }`),
      finds: [
        {
          message: message(pattern, 'StringEqualsIgnoreCaseIfExists', 'ArnLikeIfExists'),
          fixes: [
            {
              title: 'Use ArnLikeIfExists',
              result: statement(`"ArnLikeIfExists": { "aws:SourceArn": "${pattern}" }`),
              // That requests without the key pass is told under either operator.
              brings: ['trust-missing-source-arn'],
            },
          ],
        },
      ],
    },
    {
      name: 'beside another key',
      statement: statement(equals(`<|"${pattern}"|>`, account)),
      finds: [
        {
          message: message(pattern),
          fixes: [
            {
              title: 'Use ArnLike',
              result: statement(
                `"StringEquals": { "aws:SourceAccount": "111122223333" }, "ArnLike": { "aws:SourceArn": "${pattern}" }`,
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'where ArnLike has another key',
      statement: statement(`${equals(`<|"${pattern}"|>`)}, "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/x" }`),
      finds: [
        {
          message: message(pattern),
          fixes: [
            {
              title: 'Use ArnLike',
              result: statement(
                `"ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/x", "aws:SourceArn": "${pattern}" }`,
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'where ArnLike has the key',
      statement: statement(`${equals(`<|"${pattern}"|>`)}, "ArnLike": { "aws:SourceArn": "${pattern}" }`),
      finds: [{ message: message(pattern), fixes: [{ title: 'Use ArnLike', result: null }] }],
    },
    {
      name: 'where a move would lose a comment',
      file: 'template.yaml',
      text: `Resources:
  Example:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: lambda.amazonaws.com}
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                # ours
                aws:SourceAccount: '111122223333'
                aws:SourceArn: <|${pattern}|>
`,
      finds: [{ message: message(pattern), fixes: [{ title: 'Use ArnLike', result: null }] }],
    },
    {
      name: 'one of two values',
      statement: statement(equals(`["arn:aws:lambda:us-west-2:111122223333:function:y", <|"${pattern}"|>]`)),
      finds: [message(pattern)],
    },
    {
      name: 'what is no whole ARN',
      statement: statement(equals('<|"arn:aws:lambda:us-west-2:111122223333*"|>')),
      finds: [message('arn:aws:lambda:us-west-2:111122223333*', 'StringEquals', 'StringLike')],
    },
    {
      name: 'an account by reference',
      statement: statement(equals('<|{ "Fn::Sub": "arn:aws:lambda:us-west-2:${AWS::AccountId}:function:x?" }|>')),
      forms: ['json', 'yaml'],
      finds: [message('arn:aws:lambda:us-west-2:${AWS::AccountId}:function:x?')],
    },
    {
      name: 'AWS Config, whose value ends in an asterisk, with a pattern that does not',
      statement: statement(equals('<|"arn:aws:config:*:111122223333:*"|>'), 'config'),
      finds: [message('arn:aws:config:*:111122223333:*')],
    },
    {
      name: 'AWS Config, with the value that it sends',
      statement: statement(equals('"arn:aws:config:us-west-2:111122223333:*"'), 'config'),
    },
    {
      name: 'AWS Config, with the value that it sends, by references',
      statement: statement(
        equals('{ "Fn::Sub": "arn:${AWS::Partition}:config:${AWS::Region}:${AWS::AccountId}:*" }'),
        'config',
      ),
      forms: ['json', 'yaml'],
    },
    { name: 'ArnLike', statement: statement(`"ArnLike": { "aws:SourceArn": "${pattern}" }`) },
    {
      name: 'ArnEquals, which takes wildcards',
      statement: statement(`"ArnEquals": { "aws:SourceArn": "${pattern}" }`),
    },
    { name: 'StringLike', statement: statement(`"StringLike": { "aws:SourceArn": "${pattern}" }`) },
    { name: 'no wildcard', statement: statement(equals('"arn:aws:lambda:us-west-2:111122223333:function:x"')) },
    {
      name: 'an asterisk that is meant',
      statement: statement(equals('"arn:aws:lambda:us-west-2:111122223333:x-${*}"')),
      forms: ['policy'],
    },
    { name: 'another key', statement: statement('"StringEquals": { "sts:ExternalId": "*" }') },
    { name: 'a parameter', statement: statement(equals('{ "Ref": "Source" }')), forms: ['json', 'yaml'] },
    { name: 'a placeholder', statement: statement(equals('"<source ARN>"')) },
    { name: 'a negated condition', statement: statement(`"StringNotEquals": { "aws:SourceArn": "${pattern}" }`) },
    { name: 'a Deny', statement: statement(equals(`"${pattern}"`), 'lambda', 'Deny') },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement: `{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { ${equals(`"${pattern}"`)} } }`,
    },
  ],
});
