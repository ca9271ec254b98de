import type { Place } from './opened.ts';

/** One policy of two statements, written in one of the ways in which people write policies. */
export interface Rendering extends Place {
  readonly name: string;
  readonly text: string;
  /** False where the place has no `Fn::Sub`. */
  readonly takesSub: boolean;
}

/** The same values as in every rendering. */
export const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'AssumeTarget',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: 'arn:aws:iam::111122223333:role/target',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': "o-it's" } },
    },
    { Effect: 'Deny', Action: ['s3:GetObject', 's3:*'], Resource: '*' },
  ],
};

const indentedBlock = `# Who may go on
Version: '2012-10-17' # the only one
Statement:
  # First
  - Sid: AssumeTarget
    Effect: Allow
    Action: sts:AssumeRole # hop
    Resource: arn:aws:iam::111122223333:role/target
    Condition:
      StringEquals:
        aws:PrincipalOrgID: o-it's
  - Effect: Deny
    Action:
      - s3:GetObject
      - s3:*
    Resource: '*'
`;

const flushBlock = `Version: "2012-10-17"
Statement:
- Sid: AssumeTarget
  Effect: Allow
  Action: sts:AssumeRole
  Resource: arn:aws:iam::111122223333:role/target
  Condition:
    StringEquals:
      aws:PrincipalOrgID: "o-it's"
- Effect: Deny
  Action:
  - s3:GetObject
  - s3:*
  Resource: "*"`;

const flow = `Version: '2012-10-17'
Statement:
  - { Sid: AssumeTarget, Effect: Allow, Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/target', Condition: { StringEquals: { 'aws:PrincipalOrgID': "o-it's" } } }
  - { Effect: Deny, Action: [s3:GetObject, s3:*], Resource: '*' }
`;

const multiLineFlow = `{
  Version: '2012-10-17', # the only one
  Statement: [
    {
      Sid: AssumeTarget,
      Effect: Allow,
      Action: 'sts:AssumeRole',
      Resource: 'arn:aws:iam::111122223333:role/target',
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': "o-it's" }
      }
    },
    {
      Effect: Deny,
      Action: [s3:GetObject, s3:*],
      Resource: '*', # all
    },
  ]
}
`;

const compact = `{
    "Version" : "2012-10-17",
    "Statement" : [{
        "Sid" : "AssumeTarget",
        "Effect" : "Allow",
        "Action" : "sts:AssumeRole",
        "Resource" : "arn:aws:iam::111122223333:role/target",
        "Condition" : { "StringEquals" : { "aws:PrincipalOrgID" : "o-it's" } }
    }, {
        "Effect" : "Deny",
        "Action" : ["s3:GetObject", "s3:*"],
        "Resource" : "*"
    }]
}
`;

const commented = `{
  // Who may go on
  "Version": "2012-10-17", // the only one
  "Statement": [
    {
      "Sid": "AssumeTarget",
      "Effect": "Allow",
      "Action": "sts:AssumeRole", /* hop */
      "Resource": "arn:aws:iam::111122223333:role/target",
      "Condition": {
        "StringEquals": {
          "aws:PrincipalOrgID": "o-it's" // ours
        } // end of operator
      },
    },
    {
      "Effect": "Deny",
      "Action": ["s3:GetObject", "s3:*"],
      "Resource": "*" // all
    } // last
  ]
}`;

function json(indent: string | number): string {
  return JSON.stringify(policy, undefined, indent);
}

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

const inBlock = { format: 'yaml', host: ['Resources', 'Role', 'Policy'], takesSub: false } as const;
const inJson = { format: 'json', host: ['Policy'], takesSub: false } as const;

const written: readonly Rendering[] = [
  { name: 'JSON, 2 spaces', format: 'json', text: `${json(2)}\n`, takesSub: true },
  { name: 'JSON, 4 spaces', format: 'json', text: `${json(4)}\n`, takesSub: true },
  { name: 'JSON, tabs', format: 'json', text: json('\t'), takesSub: true },
  { name: 'JSON, one line', format: 'json', text: json(''), takesSub: true },
  { name: 'JSON, compact brackets', format: 'json', text: compact, takesSub: true },
  { name: 'JSON with comments', format: 'jsonc', text: commented, takesSub: true },
  { name: 'JSON in a YAML file', format: 'yaml', text: `${json(2)}\n`, takesSub: true },
  { name: 'YAML block', format: 'yaml', text: indentedBlock, takesSub: true },
  { name: 'YAML block, lists not indented', format: 'yaml', text: flushBlock, takesSub: true },
  { name: 'YAML flow', format: 'yaml', text: flow, takesSub: true },
  { name: 'YAML flow of several lines', format: 'yaml', text: multiLineFlow, takesSub: true },
  {
    ...inBlock,
    name: 'literal block in YAML',
    text: `Resources:\n  Role:\n    Policy: |\n${indented(json(2), 6)}\n    Other: 1\n`,
  },
  {
    ...inBlock,
    name: 'folded block in YAML',
    text: `Resources:\n  Role:\n    Policy: >-\n${indented(json(4), 6)}\n    Other: 1\n`,
  },
  {
    ...inBlock,
    name: 'literal block in YAML under Fn::Sub',
    text: `Resources:\n  Role:\n    Policy: !Sub |\n${indented(json(2), 8)}\n    Other: 1\n`,
    isSub: true,
    takesSub: true,
  },
  {
    ...inBlock,
    name: 'single quotes in YAML',
    text: `Resources:\n  Role:\n    Policy: '${json('').replaceAll("'", "''")}'\n    Other: 1\n`,
  },
  {
    ...inBlock,
    name: 'single quotes over several lines in YAML',
    text: `Resources:\n  Role:\n    Policy: '${indented(json(2).replaceAll("'", "''"), 6).trim()}'\n    Other: 1\n`,
  },
  {
    ...inBlock,
    name: 'double quotes in YAML',
    text: `Resources:\n  Role:\n    Policy: ${JSON.stringify(json(2))}\n    Other: 1\n`,
  },
  { ...inJson, name: 'string in JSON', text: JSON.stringify({ Policy: json('') }, undefined, 2) },
  { ...inJson, name: 'string of several lines in JSON', text: JSON.stringify({ Policy: json(2) }, undefined, 2) },
];

/** Each of them also with Windows line breaks. */
export const renderings: readonly Rendering[] = [
  ...written,
  ...written.map((each) => ({ ...each, name: `${each.name}, CRLF`, text: each.text.replaceAll('\n', '\r\n') })),
];
