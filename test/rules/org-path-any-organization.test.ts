import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const assume = (condition: string) =>
  `{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/Path/Name", "Condition": ${condition} }`;
const trust = (condition: string) =>
  `{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Condition": ${condition} }`;
const rest =
  'any organization that has such a path: ids of roots and units are unique only within theirs. Write the whole id of the organization.';

ruleCases('org-path-any-organization', {
  kind: 'identity',
  cases: [
    {
      name: 'an organizational unit of any organization, on the role to assume',
      statement: assume(
        '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": <|"o-*/r-ab12/ou-ab12-11111111/*"|> } }',
      ),
      finds: [{ message: `\`o-*/r-ab12/ou-ab12-11111111/*\` lets in ${rest}`, fixes: [] }],
    },
    {
      name: 'one of a list',
      statement: statement(
        '{ "ForAnyValue:StringLike": { "AWS:ResourceOrgPaths": ["o-a1b2c3d4e5/*", <|"o-a?/*"|>] } }',
      ),
      finds: [`\`o-a?/*\` lets in ${rest}`],
    },
    {
      name: 'spared by a Deny',
      statement: statement('{ "ForAllValues:StringNotLike": { "aws:ResourceOrgPaths": <|"*/r-ab12/*"|> } }', 'Deny'),
      finds: [`\`*/r-ab12/*\` spares ${rest}`],
    },
    {
      name: 'a parameter behind the wildcard',
      statement: statement(
        '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": <|{ "Fn::Sub": "o-*/${Root}/*" }|> } }',
      ),
      forms: ['json', 'yaml'],
      finds: [`\`o-*/\${Root}/*\` lets in ${rest}`],
    },
    {
      name: 'every path, where the resource is no role',
      statement: statement('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": <|"*"|> } }'),
      finds: [`\`*\` lets in ${rest}`],
    },
    {
      name: 'beside a key of the same family that is written in full',
      statement: statement(
        '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-*/r-ab12/*" }, "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }',
      ),
    },
    {
      name: 'beside a key of another family',
      statement: statement(
        '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": <|"o-*/r-ab12/*"|> }, "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      ),
      finds: [`\`o-*/r-ab12/*\` lets in ${rest}`],
    },
    {
      name: 'every path, of which another rule says that it is no condition',
      statement: assume('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "*" } }'),
    },
    {
      name: 'a role that is open to everyone has its own rule',
      kind: 'trust',
      statement: trust('{ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-abcd/*" } }'),
    },
    {
      name: 'a lenient condition has its own rule',
      statement: statement('{ "ForAllValues:StringLike": { "aws:ResourceOrgPaths": "o-*/r-ab12/*" } }'),
    },
    {
      name: 'an organization written in full',
      statement: statement('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5*" } }'),
    },
    {
      name: 'a wildcard that is none',
      statement: statement('{ "ForAnyValue:StringEquals": { "aws:ResourceOrgPaths": "o-*/r-ab12/" } }'),
    },
    {
      name: 'a variable',
      statement: statement('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "${aws:PrincipalOrgID}/*" } }'),
    },
    {
      name: 'a parameter that holds the beginning',
      statement: statement('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": { "Fn::Sub": "${Unit}*" } } }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a Deny for all of them',
      statement: statement('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-*/r-ab12/*" } }', 'Deny'),
    },
  ],
});
