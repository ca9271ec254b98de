import { exampleKnown } from '../organization/example-organization.ts';
import { ruleCases } from './support/rule-cases.ts';

const allow = (value: string, operator = 'ForAnyValue:StringLike', key = 'aws:ResourceOrgPaths') =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "${operator}": { "${key}": ${value} } } }`;

const advice =
  'when it was loaded on 2026-11-20, so this matches no account. Take the path of one that is there; refresh the organization if it is new.';
const noUnit = (id: string) => `\`o-a1b2c3d4e5\` had no organizational unit \`${id}\` ${advice}`;

ruleCases('org-path-unknown', {
  kind: 'identity',
  organizations: exampleKnown,
  cases: [
    {
      name: 'a unit that is not there, at the end and on the way',
      statement: allow(
        '["o-a1b2c3d4e5/r-ab12/<|ou-ab12-99999999|>/*", "o-a1b2c3d4e5/r-ab12/<|ou-ab12-99999999|>/ou-ab12-33333333/"]',
      ),
      finds: [{ message: noUnit('ou-ab12-99999999'), fixes: [] }, noUnit('ou-ab12-99999999')],
    },
    {
      name: 'another root',
      statement: allow('"o-a1b2c3d4e5/<|r-zz99|>/*"'),
      finds: [`\`o-a1b2c3d4e5\` had no root \`r-zz99\` ${advice}`],
    },
    {
      name: 'behind a wildcard, and without the slash at the end',
      statement: allow('["o-a1b2c3d4e5/*/<|ou-ab12-99999999|>/*", "o-a1b2c3d4e5/r-ab12/<|ou-ab12-88888888|>"]'),
      finds: [noUnit('ou-ab12-99999999'), noUnit('ou-ab12-88888888')],
    },
    {
      name: 'for callers, without wildcards',
      kind: 'resource',
      statement: `{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*",
        "Condition": { "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/<|ou-ab12-99999999|>/" } } }`,
      finds: [noUnit('ou-ab12-99999999')],
    },
    {
      name: 'in upper case where case is ignored',
      statement: allow('"O-A1B2C3D4E5/R-AB12/<|OU-AB12-99999999|>/"', 'ForAnyValue:StringEqualsIgnoreCase'),
      finds: [noUnit('ou-ab12-99999999')],
    },
    {
      name: 'behind a reference',
      statement: allow('{ "Fn::Sub": "o-a1b2c3d4e5/${Root}/<|ou-ab12-99999999|>/*" }'),
      forms: ['json', 'yaml'],
      finds: [noUnit('ou-ab12-99999999')],
    },
    {
      name: 'paths that are there',
      statement: allow(
        '["o-a1b2c3d4e5/*", "o-a1b2c3d4e5/r-ab12/*", "o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/ou-ab12-33333333/"]',
      ),
    },
    {
      name: 'patterns that leave the id open',
      statement: allow(
        '["o-a1b2c3d4e5/r-ab12/ou-ab12-9999*", "o-a1b2c3d4e5/r-ab12/ou-ab12-9999999?/*", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-*", "*"]',
      ),
    },
    {
      name: 'other organizations, and those that are not written out',
      statement: allow(
        '["o-zzzzzzzzzz/r-ab12/ou-ab12-99999999/*", "*/ou-ab12-99999999/*", "o-a1b2c3d4e?/r-ab12/ou-ab12-99999999/*"]',
      ),
    },
    {
      name: 'a reference for the organization, or for a part of the id',
      statement: allow(
        '[{ "Fn::Sub": "${Organization}/r-ab12/ou-ab12-99999999/*" }, { "Fn::Sub": "o-a1b2c3d4e5/r-ab12/ou-ab12-${Unit}/*" }]',
      ),
      forms: ['json', 'yaml'],
    },
    {
      name: 'what matches no path of any organization is a matter of other rules',
      statement: allow('["o-a1b2c3d4e5/ou-ab12-99999999/*", "o-a1b2c3d4e5/r-ab12/ou-cd34-99999999/*"]'),
    },
    {
      name: 'wildcards where they are none',
      statement: allow('"o-a1b2c3d4e5/r-ab12/ou-ab12-99999999/*"', 'ForAnyValue:StringEquals'),
    },
    {
      name: 'an organization that is not known as a whole',
      organizations: { whole: [], hasOthers: true, accounts: [] },
      statement: allow('"o-a1b2c3d4e5/r-ab12/ou-ab12-99999999/*"'),
    },
    { name: 'Null', statement: allow('"false"', 'Null') },
  ],
});
