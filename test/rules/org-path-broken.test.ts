import { exampleKnown } from '../organization/example-organization.ts';
import { ruleCases } from './support/rule-cases.ts';

const allow = (value: string, operator = 'ForAnyValue:StringLike') =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "${operator}": { "aws:ResourceOrgPaths": ${value} } } }`;

const prod = 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/ou-ab12-33333333/';
const prodIsElsewhere = `\`ou-ab12-33333333\` (Workloads / Prod) is not there in the organization, so this never matches. Its path is \`${prod}\`.`;
const writeProd = { title: `Write the path as it is: ${prod}`, applicability: 'suggestion' } as const;

ruleCases('org-path-broken', {
  kind: 'identity',
  organizations: exampleKnown,
  cases: [
    {
      name: 'a level left out',
      statement: allow('"o-a1b2c3d4e5/r-ab12/<|ou-ab12-33333333|>/*"'),
      finds: [{ message: prodIsElsewhere, fixes: [{ ...writeProd, result: allow(`"${prod}*"`) }] }],
    },
    {
      name: 'a level left out, before another that is right',
      statement: allow('"o-a1b2c3d4e5/r-ab12/<|ou-ab12-33333333|>/ou-ab12-55555555/"', 'ForAnyValue:StringEquals'),
      finds: [
        {
          message: prodIsElsewhere,
          fixes: [
            {
              title: `Write the path as it is: ${prod}ou-ab12-55555555/`,
              result: allow(`"${prod}ou-ab12-55555555/"`, 'ForAnyValue:StringEquals'),
            },
          ],
        },
      ],
    },
    {
      name: 'a wrong order',
      statement: allow('"o-a1b2c3d4e5/r-ab12/<|ou-ab12-33333333|>/ou-ab12-22222222/*"'),
      finds: [{ message: prodIsElsewhere, fixes: [{ ...writeProd, result: allow(`"${prod}*"`) }] }],
    },
    {
      name: 'a unit in another that does not hold it: which one is meant is not known',
      statement: allow('"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/<|ou-ab12-33333333|>/*"'),
      finds: [{ message: prodIsElsewhere, fixes: [] }],
    },
    {
      name: 'a wildcard for a level that is not between',
      statement: allow('"o-a1b2c3d4e5/r-ab12/*/<|ou-ab12-22222222|>/*"'),
      finds: [
        {
          message:
            '`ou-ab12-22222222` (Workloads) is not there in the organization, so this never matches. Its path is `o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/`.',
          fixes: [
            {
              title: 'Write the path as it is: o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/',
              result: allow('"o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*"'),
            },
          ],
        },
      ],
    },
    {
      name: 'a level left out before a reference',
      statement: allow('{ "Fn::Sub": "o-a1b2c3d4e5/r-ab12/<|ou-ab12-33333333|>/${Unit}/*" }'),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: prodIsElsewhere,
          fixes: [{ ...writeProd, result: allow(`{ "Fn::Sub": "${prod}\${Unit}/*" }`) }],
        },
      ],
    },
    {
      name: 'a reference before the unit',
      statement: allow('{ "Fn::Sub": "o-a1b2c3d4e5/${Root}/ou-ab12-11111111/<|ou-ab12-44444444|>/*" }'),
      forms: ['json', 'yaml'],
      finds: [
        {
          message:
            '`ou-ab12-44444444` (Workloads / Test) is not there in the organization, so this never matches. Its path is `o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/ou-ab12-44444444/`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'paths that are right',
      statement: allow(
        `["${prod}", "${prod}*", "o-a1b2c3d4e5/*/ou-ab12-33333333/*", "o-a1b2c3d4e5/r-ab12/*/ou-ab12-33333333/*", "${prod}*/ou-ab12-55555555*"]`,
      ),
    },
    {
      name: 'a reference for what is between',
      statement: allow('{ "Fn::Sub": "o-a1b2c3d4e5/r-ab12/${Way}/ou-ab12-55555555/*" }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a unit that is not there at all',
      statement: allow('"o-a1b2c3d4e5/r-ab12/ou-ab12-99999999/ou-ab12-33333333/*"'),
    },
    { name: 'another organization', statement: allow('"o-zzzzzzzzzz/r-ab12/ou-ab12-33333333/*"') },
    {
      name: 'an organization that is not known as a whole',
      organizations: { whole: [], hasOthers: true, accounts: [] },
      statement: allow('"o-a1b2c3d4e5/r-ab12/ou-ab12-33333333/*"'),
    },
  ],
});
