import { ruleCases } from './support/rule-cases.ts';

const allow = (operator: string, value: string) =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "${operator}": { "aws:ResourceOrgPaths": ${value} } } }`;

const equal = (value: string) => `Every path ends with a slash, so \`${value}\` never matches. End it with \`/\`.`;

const like = (value: string) =>
  `Every path ends with a slash, so \`${value}\` never matches. End it with \`/*\` for everything below, or with \`/\` for what is directly in it.`;

ruleCases('org-path-missing-slash', {
  kind: 'identity',
  cases: [
    {
      name: 'under StringEquals',
      statement: allow('ForAnyValue:StringEquals', '"o-a1b2c3d4e5/r-ab12/<|ou-ab12-11111111|>"'),
      finds: [
        {
          message: equal('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111'),
          fixes: [
            {
              title: 'End the path with /',
              applicability: 'suggestion',
              result: allow('ForAnyValue:StringEquals', '"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/"'),
            },
          ],
        },
      ],
    },
    {
      name: 'under StringLike, in a list',
      statement: allow('ForAnyValue:StringLike', '["o-a1b2c3d4e5/r-ab12/", "o-a1b2c3d4e5/*/<|ou-ab12-11111111|>"]'),
      finds: [
        {
          message: like('o-a1b2c3d4e5/*/ou-ab12-11111111'),
          fixes: [
            {
              title: 'End the path with /*',
              applicability: 'suggestion',
              result: allow('ForAnyValue:StringLike', '["o-a1b2c3d4e5/r-ab12/", "o-a1b2c3d4e5/*/ou-ab12-11111111/*"]'),
            },
          ],
        },
      ],
    },
    {
      name: 'the organization alone under StringLike',
      kind: 'scp',
      statement: `{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
        "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": <|"o-a1b2c3d4e5"|> } } }`,
      finds: [
        {
          message: like('o-a1b2c3d4e5'),
          fixes: [
            {
              title: 'End the path with /*',
              result: `{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
                "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'behind a reference',
      statement: allow('ForAnyValue:StringEquals', '{ "Fn::Sub": "${Organization}/r-ab12/<|ou-ab12-11111111|>" }'),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: equal('${Organization}/r-ab12/ou-ab12-11111111'),
          fixes: [
            {
              title: 'End the path with /',
              result: allow('ForAnyValue:StringEquals', '{ "Fn::Sub": "${Organization}/r-ab12/ou-ab12-11111111/" }'),
            },
          ],
        },
      ],
    },
    {
      name: 'joined: the last part is what is written last',
      statement: allow(
        'ForAnyValue:StringEquals',
        '{ "Fn::Join": ["/", [{ "Ref": "Organization" }, "r-ab12", "<|ou-ab12-11111111|>"]] }',
      ),
      forms: ['json'],
      finds: [
        {
          message: equal('${Organization}/r-ab12/ou-ab12-11111111'),
          fixes: [
            {
              title: 'End the path with /',
              result: allow(
                'ForAnyValue:StringEquals',
                '{ "Fn::Join": ["/", [{ "Ref": "Organization" }, "r-ab12", "ou-ab12-11111111/"]] }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'without quotes, in the style of the file',
      file: 'policy.yaml',
      text: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: '*'
    Condition:
      ForAnyValue:StringLike:
        aws:ResourceOrgPaths:
          - o-a1b2c3d4e5/r-ab12/<|ou-ab12-11111111|> # security
`,
      finds: [
        {
          message: like('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111'),
          fixes: [
            {
              title: 'End the path with /*',
              result: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: '*'
    Condition:
      ForAnyValue:StringLike:
        aws:ResourceOrgPaths:
          - o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/* # security
`,
            },
          ],
        },
      ],
    },
    {
      name: 'with a slash, or a wildcard that may stand for one',
      statement: allow(
        'ForAnyValue:StringLike',
        '["o-a1b2c3d4e5/r-ab12/", "o-a1b2c3d4e5/*", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111*", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111?", "*"]',
      ),
    },
    {
      name: 'what never matches for another reason',
      statement: allow('ForAnyValue:StringEquals', '["ou-ab12-11111111", "o-a1b2c3d4e5", "o-a1b2c3d4e5/Security"]'),
    },
    {
      name: 'not known how it ends',
      statement: allow('ForAnyValue:StringEquals', '["<your org path>", "o-a1b2c3d4e5/r-ab12/<ou>", "${Path}"]'),
    },
    {
      name: 'a reference at the end',
      statement: allow('ForAnyValue:StringEquals', '[{ "Ref": "Path" }, { "Fn::Sub": "o-a1b2c3d4e5/r-ab12/${Unit}" }]'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'another key',
      statement:
        '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } } }',
    },
  ],
});
