import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';
import { equals, lambda, missing, notEstablished, trusting } from './trusting-services.ts';

const lenient = (operator: string, key: string, service: string, strict: string) =>
  `\`${operator}\` also lets requests through that have no \`${key}\`. ${service} sends it: \`${strict}\` is enough.`;

/** Conditions that hold the service, or that leave that unknown. */
const pinned = (name: string, condition: string, service = lambda): RuleCase => ({
  name,
  statement: trusting(`"${service}"`, condition),
});

/** Conditions that let everyone's requests through. */
const unpinned = (name: string, condition: string, service = lambda): RuleCase => ({
  name,
  statement: trusting(`<|"${service}"|>`, condition),
  finds: [missing(service)],
});

const lenientCase = (
  name: string,
  from: string,
  to: string,
  key: string,
  service = lambda,
  value = '"x"',
): RuleCase => ({
  name,
  statement: trusting(`"${service}"`, `{ <|"${from}"|>: { "${key}": ${value} } }`),
  finds: [
    {
      message: lenient(from, key, service, to),
      severity: 'hint',
      fixes: [
        {
          title: `Use ${to}`,
          applicability: 'suggestion',
          result: trusting(`"${service}"`, `{ "${to}": { "${key}": ${value} } }`),
          brings: /Account|Org/.test(key) ? ['trust-source-account-only'] : [],
        },
      ],
    },
  ],
});

ruleCases('trust-missing-source-arn', {
  kind: 'trust',
  cases: [
    pinned('aws:SourceArn', equals('"arn:aws:lambda:us-east-1:111122223333:function:x"')),
    pinned('aws:SourceAccount', '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }'),
    pinned('aws:SourceOrgID', '{ "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }'),
    pinned('aws:SourceOrgPaths', '{ "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-a1b2c3d4e5/*" } }'),
    pinned('a key in another case', '{ "arnlike": { "AWS:sourcearn": "arn:aws:lambda:*:111122223333:*" } }'),
    pinned(
      'a pin beside another condition',
      '{ "Bool": { "aws:SecureTransport": "true" }, "StringLike": { "aws:SourceArn": "arn:*" } }',
    ),
    pinned('a value to fill in', equals('"<function ARN>"')),
    pinned(
      'an external id of Firehose',
      '{ "StringEquals": { "sts:ExternalId": "111122223333" } }',
      'firehose.amazonaws.com',
    ),
    pinned(
      'an external id of Redshift',
      '{ "StringEquals": { "sts:ExternalId": "arn:aws:redshift:us-east-1:111122223333:dbuser:c/u" } }',
      'redshift.amazonaws.com',
    ),
    ...['eks-cluster-name', 'kubernetes-namespace', 'kubernetes-service-account'].map((tag) =>
      pinned(
        `the tag ${tag} of EKS Pod Identity`,
        `{ "StringEquals": { "aws:RequestTag/${tag}": "x" } }`,
        'pods.eks.amazonaws.com',
      ),
    ),
    unpinned('an external id, which Lambda has not', '{ "StringEquals": { "sts:ExternalId": "x" } }'),
    unpinned('a negated operator', '{ "ArnNotLike": { "aws:SourceArn": "arn:aws:lambda:us-east-1:111122223333:*" } }'),
    unpinned('another negated operator', '{ "StringNotEquals": { "aws:SourceAccount": "111122223333" } }'),
    unpinned('that the key is there', '{ "Null": { "aws:SourceArn": "false" } }'),
    unpinned(
      'an operator that is none',
      '{ "ArnMatches": { "aws:SourceArn": "arn:aws:lambda:us-east-1:111122223333:function:x" } }',
    ),
    unpinned('a condition on something else', '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    unpinned(
      'a key that the service is not known to send',
      '{ "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } }',
      'rolesanywhere.amazonaws.com',
    ),
    {
      name: 'IfExists on a service of which nothing is known',
      statement: trusting(
        '<|"backup.amazonaws.com"|>',
        '{ "ArnLikeIfExists": { "aws:SourceArn": "arn:aws:backup:*:111122223333:*" } }',
      ),
      finds: [{ message: notEstablished('backup.amazonaws.com'), severity: 'hint' }],
    },
    lenientCase(
      'IfExists',
      'ArnLikeIfExists',
      'ArnLike',
      'aws:SourceArn',
      lambda,
      '"arn:aws:lambda:eu-west-1:111122223333:function:example"',
    ),
    lenientCase('IfExists on the account', 'StringEqualsIfExists', 'StringEquals', 'aws:SourceAccount'),
    lenientCase('ForAllValues', 'ForAllValues:StringEquals', 'StringEquals', 'aws:SourceAccount'),
    lenientCase(
      'IfExists on a key of several values',
      'ForAnyValue:StringLikeIfExists',
      'ForAnyValue:StringLike',
      'aws:SourceOrgPaths',
      lambda,
      '["o-a1b2c3d4e5/*"]',
    ),
    {
      name: 'ForAllValues on organization paths, of which org-path-for-all-values tells',
      statement: trusting(`"${lambda}"`, '{ "ForAllValues:StringLike": { "aws:SourceOrgPaths": ["o-a1b2c3d4e5/*"] } }'),
    },
    lenientCase(
      'IfExists on the external id',
      'StringEqualsIfExists',
      'StringEquals',
      'sts:ExternalId',
      'firehose.amazonaws.com',
    ),
    {
      name: 'IfExists beside a strict pin',
      statement: trusting(
        `"${lambda}"`,
        '{ "ArnLikeIfExists": { "aws:SourceArn": "arn:*" }, "StringEquals": { "aws:SourceAccount": "111122223333" } }',
      ),
    },
    {
      name: 'a condition hidden by an intrinsic',
      forms: ['json', 'yaml'],
      statement: trusting(
        `"${lambda}"`,
        '{ "Fn::If": ["Pinned", { "ArnLike": { "aws:SourceArn": "arn:*" } }, { "Ref": "AWS::NoValue" }] }',
      ),
    },
    {
      name: 'an operator hidden by an intrinsic',
      forms: ['json', 'yaml'],
      statement: trusting(`"${lambda}"`, '{ "ArnLike": { "Ref": "Pin" } }'),
    },
    {
      name: 'a pinned value that is not known',
      forms: ['json', 'yaml'],
      statement: trusting(`"${lambda}"`, '{ "ArnLike": { "aws:SourceArn": { "Ref": "FunctionArn" } } }'),
    },

    {
      name: 'an operator that several keys share',
      statement: trusting(
        `"${lambda}"`,
        '{ <|"StringEqualsIfExists"|>: { "aws:SourceAccount": "111122223333", "aws:PrincipalTag/x": "y" } }',
      ),
      finds: [
        {
          message: lenient('StringEqualsIfExists', 'aws:SourceAccount', lambda, 'StringEquals'),
          severity: 'hint',
          fixes: [
            {
              title: 'Use StringEquals',
              result: trusting(
                `"${lambda}"`,
                '{ "StringEqualsIfExists": { "aws:PrincipalTag/x": "y" }, "StringEquals": { "aws:SourceAccount": "111122223333" } }',
              ),
              brings: ['trust-source-account-only'],
            },
          ],
        },
      ],
    },
  ],
});
