/** Kind of the policy, a statement with a cursor, the label of what is accepted, and the statement afterwards. */
export type PlaceRow = readonly [kind: 'identity' | 'trust', before: string, label: string, after: string];

/** A way to write a statement in a file. */
export interface Style {
  readonly name: string;
  readonly pathOf: (kind: PlaceRow[0]) => string;
  readonly wrap: (statement: string, kind: PlaceRow[0]) => string;
}

const document = (statement: string) => `{ "Version": "2012-10-17", "Statement": [{ ${statement} }] }`;

const opening: Readonly<Record<PlaceRow[0], string>> = {
  identity: `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:`,
  trust: `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Path: "/a/"
      AssumeRolePolicyDocument:`,
};

const closing = `
  Other:
    Type: AWS::S3::Bucket
`;

const jsonTemplate = (kind: PlaceRow[0], value: string): string => `{
  "Resources": {
    "One": {
      "Type": "${kind === 'trust' ? 'AWS::IAM::Role' : 'AWS::IAM::ManagedPolicy'}",
      "Properties": {
        "${kind === 'trust' ? 'AssumeRolePolicyDocument' : 'PolicyDocument'}": ${value}
      }
    },
    "Two": { "Type": "AWS::S3::Bucket" }
  }
}
`;

const pathOf = (extension: string) => (kind: PlaceRow[0]) => `${kind}.${extension}`;

/** A policy in JSON, in files and in strings. */
export const jsonStyles: readonly Style[] = [
  { name: 'a policy file', pathOf: pathOf('json'), wrap: (statement) => `${document(statement)}\n` },
  {
    name: 'a file with a line for each',
    pathOf: pathOf('json'),
    wrap: (statement) =>
      `{
  "Version": "2012-10-17",
  "Statement": [
    {
      ${statement}
    },
    { "Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*" }
  ]
}
`.replace(/,\n {4}\{ "Effect": "Deny"[^\n]*/, ''),
  },
  {
    name: 'a template in JSON',
    pathOf: pathOf('template.json'),
    wrap: (statement, kind) => jsonTemplate(kind, document(statement)),
  },
  {
    name: 'a string in JSON',
    pathOf: pathOf('template.json'),
    wrap: (statement, kind) => jsonTemplate(kind, JSON.stringify(document(statement))),
  },
  {
    name: 'a string in quotes in YAML',
    pathOf: pathOf('yaml'),
    wrap: (statement, kind) => `${opening[kind]} '${document(statement)}'${closing}`,
  },
  {
    name: 'a literal block in YAML',
    pathOf: pathOf('yaml'),
    wrap: (statement, kind) => `${opening[kind]} |
        ${document(statement)}${closing}`,
  },
];

const indented = (text: string, indent: string) => text.replaceAll('\n', `\n${indent}`);

/** A template in YAML. */
export const yamlStyles: readonly Style[] = [
  {
    name: 'the last of a resource',
    pathOf: pathOf('yaml'),
    wrap: (statement, kind) => `${opening[kind]}
        Version: "2012-10-17"
        Statement:
          - ${indented(statement, '            ')}${closing}`,
  },
  {
    name: 'with more below',
    pathOf: pathOf('yaml'),
    wrap: (statement, kind) => `${opening[kind]}
        Version: "2012-10-17"
        Statement:
          - ${indented(statement, '            ')}
          - Effect: Deny
            Action: s3:DeleteBucket
            Resource: "*"
      Description: "x"${closing}`,
  },
];
