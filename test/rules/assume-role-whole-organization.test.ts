import { ruleCases } from './support/rule-cases.ts';

const role = 'arn:aws:iam::*:role/SecurityOperations/SecurityAutoremediation';

const assume = (condition: string, resource = role) =>
  `{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "${resource}", "Condition": ${condition} }`;

const message = (scope: string) =>
  `\`${role}\` may be a role in any account of the organization: \`${scope}\` takes in all of it. Name the organizational unit of the role with \`aws:ResourceOrgPaths\`.`;

ruleCases('assume-role-whole-organization', {
  kind: 'identity',
  cases: [
    {
      name: 'by the id of the organization',
      statement: assume('{ "StringEquals": { <|"aws:ResourceOrgID"|>: "o-a1b2c3d4e5" } }'),
      finds: [
        {
          message: message('aws:ResourceOrgID'),
          fixes: [
            {
              title: 'Allow it only inside one organizational unit: add aws:ResourceOrgPaths',
              applicability: 'suggestion',
              result: assume(
                '{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }, "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<your org path>/*" } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'by a variable',
      statement: assume('{ "StringEquals": { <|"aws:ResourceOrgId"|>: "${aws:PrincipalOrgID}" } }'),
      finds: [message('aws:ResourceOrgId')],
    },
    {
      name: 'by the path of the organization',
      statement: assume('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": <|"o-a1b2c3d4e5/*"|> } }'),
      finds: [
        {
          message: message('o-a1b2c3d4e5/*'),
          fixes: [
            {
              title: 'Allow it only inside one organizational unit: name it in the path',
              applicability: 'suggestion',
              result: assume(
                '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/<root and organizational unit ids>/*" } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'by the path of the root, beside a narrower one',
      statement: assume(
        '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*", <|"o-a1b2c3d4e5/r-ab12/*"|>] } }',
      ),
      finds: [
        {
          message: message('o-a1b2c3d4e5/r-ab12/*'),
          fixes: [
            {
              title: 'Allow it only inside one organizational unit: name it in the path',
              result: assume(
                '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*", "o-a1b2c3d4e5/r-ab12/<organizational unit ids>/*"] } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'by both: the path is what to narrow',
      statement: assume(
        '{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }, "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": <|"o-a1b2c3d4e5/*"|> } }',
      ),
      finds: [message('o-a1b2c3d4e5/*')],
    },
    {
      name: 'in one organizational unit',
      statement: assume(
        '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*" } }',
      ),
    },
    {
      name: 'in what is directly below the root',
      statement: assume('{ "ForAnyValue:StringEquals": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/" } }'),
    },
    {
      name: 'in the organization and one organizational unit or account',
      statement: assume(
        '{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5", "aws:ResourceAccount": "111122223333" } }',
      ),
    },
    {
      name: 'a path that is not known',
      statement: assume('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<your org path>/*" } }'),
    },
    {
      name: 'a path that a parameter gives',
      statement: assume('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": { "Fn::Sub": "${Path}/*" } } }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'conditions that an intrinsic decides on',
      statement: assume(
        '{ "Fn::If": ["A", { "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }, { "Ref": "AWS::NoValue" }] }',
      ),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a role of one account',
      statement: assume(
        '{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }',
        'arn:aws:iam::111122223333:role/SecurityAutoremediation',
      ),
    },
    {
      name: 'narrowed by a tag',
      statement: assume(
        '{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5", "iam:ResourceTag/team": "security" } }',
      ),
    },
    {
      name: 'where a Deny keeps to less',
      policy: `{ "Version": "2012-10-17", "Statement": [
        ${assume('{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }')},
        { "Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*", "Condition": {
          "ForAllValues:StringNotLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*" } } }
      ] }`,
    },
    {
      name: 'no scope at all is a matter of another rule',
      statement: `{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "${role}" }`,
    },
    {
      name: 'in a service control policy',
      kind: 'scp',
      statement: assume('{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }'),
    },
  ],
});
