import { ruleCases } from './support/rule-cases.ts';

const allow = (value: string, operator = 'ForAnyValue:StringLike', key = 'aws:ResourceOrgPaths') =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "${operator}": { "${key}": ${value} } } }`;

const down = 'Write the ids from the top down: `o-…/r-…/ou-…/`.';

ruleCases('org-path-malformed', {
  kind: 'identity',
  cases: [
    {
      name: 'an ARN',
      statement: allow('<|"arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111"|>'),
      finds: [
        {
          message:
            '`arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111` is an ARN, so it never matches. `aws:ResourceOrgPaths` holds paths of ids from the top down: `o-…/r-…/ou-…/`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'an account at the end',
      statement: allow('"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/<|111122223333|>"', 'ForAnyValue:StringEquals'),
      finds: [
        "`111122223333` is an account's id, and no path holds one, so this never matches. End the path with the organizational unit that holds the account, or use `aws:ResourceAccount`.",
      ],
    },
    {
      name: 'an account, for callers',
      kind: 'resource',
      statement: `{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*",
        "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/<|111122223333|>/*" } } }`,
      finds: [
        "`111122223333` is an account's id, and no path holds one, so this never matches. End the path with the organizational unit that holds the account, or use `aws:PrincipalAccount`.",
      ],
    },
    {
      name: 'an id left out',
      statement: allow('"o-a1b2c3d4e5<|//|>ou-ab12-11111111/*"'),
      finds: [`An id is missing at \`//\`, so this never matches. ${down}`],
    },
    {
      name: 'a slash at the beginning',
      statement: allow('"<|/|>o-a1b2c3d4e5/r-ab12/*"'),
      finds: [`An id is missing at \`/\`, so this never matches. ${down}`],
    },
    {
      name: 'nothing',
      statement: allow('<|""|>'),
      finds: [`The path is empty, so this never matches. ${down}`],
    },
    {
      name: 'the organization alone',
      statement: allow('[<|"o-a1b2c3d4e5/"|>, <|"o-f6g7h8i9j0"|>]', 'ForAnyValue:StringEquals'),
      finds: [
        "`o-a1b2c3d4e5/` ends before the root's id, so it never matches. Go on with the ids of the root and of the organizational units: `o-…/r-…/ou-…/`.",
        "`o-f6g7h8i9j0` ends before the root's id, so it never matches. Go on with the ids of the root and of the organizational units: `o-…/r-…/ou-…/`.",
      ],
    },
    {
      name: 'an organizational unit alone, and one where the root must stand',
      statement: allow('[<|"ou-ab12-11111111"|>, "o-a1b2c3d4e5/<|ou-ab12-11111111|>/*"]'),
      finds: [
        `\`ou-ab12-11111111\` is an organizational unit's id where an organization's id must stand, so this never matches. ${down}`,
        `\`ou-ab12-11111111\` is an organizational unit's id where a root's id must stand, so this never matches. ${down}`,
      ],
    },
    {
      name: 'names instead of ids',
      kind: 'scp',
      statement: `{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
        "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/<|Security|>/*" } } }`,
      finds: ["`Security` is not an organizational unit's id, such as `ou-ab12-11111111`, so this never matches."],
    },
    {
      name: 'ids of a wrong shape',
      statement: allow('["<|o-short|>/r-ab12/*", "o-a1b2c3d4e5/<|root|>/*", "*/<|Security|>/*"]'),
      finds: [
        "`o-short` is not an organization's id, such as `o-a1b2c3d4e5`, so this never matches.",
        "`root` is not a root's id, such as `r-ab12`, so this never matches.",
        '`Security` is no id that can stand here, so this never matches. A path holds ids from the top down: `o-…/r-…/ou-…/`.',
      ],
    },
    {
      name: 'an organizational unit of another root, but not beside a placeholder',
      statement: allow(
        '["o-a1b2c3d4e5/r-ab12/<|ou-cd34-11111111|>/*", "<your organization>/r-ab12/ou-cd34-11111111/"]',
      ),
      finds: [
        '`ou-cd34-11111111` belongs to the root `r-cd34`, not to `r-ab12`, so this never matches. Take both ids from one organization.',
      ],
    },
    {
      name: 'an unknown part in the wrong id is shown as it is written',
      statement: `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringLike": {
        "aws:ResourceOrgPaths": { "Fn::Sub": "o-a1b2c3d4e5/r-ab12/<|OU_\${Name}|>/*" } } } }`,
      forms: ['json', 'yaml'],
      finds: ["`OU_${Name}` is not an organizational unit's id, such as `ou-ab12-11111111`, so this never matches."],
    },
    { name: 'the whole value as a wildcard', statement: allow('"*"') },
    {
      name: 'good paths and patterns',
      statement: allow(`["o-a1b2c3d4e5/*", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/", "o-a1b2c3d4e5/*/ou-ab12-11111111/*",
        "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-*", "*/ou-ab12-11111111/*", "o-a1b2c3d4e5*", "o-a1b2c3d4e?/r-ab12/"]`),
    },
    {
      name: 'upper case where case is ignored',
      statement: allow('"O-A1B2C3D4E5/R-AB12/"', 'ForAnyValue:StringEqualsIgnoreCase'),
    },
    {
      name: 'wildcards where they are none are a matter of another rule',
      statement: allow('"o-a1b2c3d4e5/r-ab12/*"', 'ForAnyValue:StringEquals'),
    },
    {
      name: 'placeholders and variables',
      statement: allow('["<your org path>/*", "o-a1b2c3d4e5/<root>/<ou>/", "${aws:PrincipalOrgID}/r-ab12/*"]'),
    },
    {
      name: 'references',
      statement: `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringLike": {
        "aws:ResourceOrgPaths": [{ "Ref": "Path" }, { "Fn::Sub": "\${Organization}/\${Root}/*" }, { "Fn::Join": ["/", [{ "Ref": "Organization" }, "r-ab12", "*"]] }]
      } } }`,
      forms: ['json', 'yaml'],
    },
    {
      name: 'an account under the key for accounts',
      statement: allow('"111122223333"', 'StringEquals', 'aws:ResourceAccount'),
    },
    { name: 'Null', statement: allow('"true"', 'Null') },
    { name: 'an operator for ARNs', statement: allow('"o-short"', 'ForAnyValue:ArnLike') },
  ],
});
