import assert from 'node:assert/strict';
import { findServicePrincipal } from '../../server/src/catalog/service-principals.ts';
import { plain } from '../../server/src/edit/change.ts';
import type { FillText, SubText, WritableObject } from '../../server/src/edit/writable.ts';
import { organizationScope } from '../../server/src/policy/organization-scope.ts';
import { sourcePin } from '../../server/src/policy/source-pin.ts';
import { type Analysis, analyse } from '../../server/src/service/analysis.ts';
import json from '../../snippets/json.json';
import yaml from '../../snippets/yaml.json';
import { iamData } from '../support/iam-data.ts';
import { expand, insert } from './expand.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const languages = [
  { name: 'json', snippets: Object.values<Snippet>(json) },
  { name: 'yaml', snippets: Object.values<Snippet>(yaml) },
];

/** Where each snippet belongs, `|` being the cursor. */
const places: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  json: {
    'chain-source-trust': '|\n',
    'chain-source-permissions': '|\n',
    'chain-target-trust': '|\n',
    'chain-target-cloudformation': `{
  "Resources": {
    |
  }
}
`,
    'chain-scp-protect-path': '|\n',
    'chain-rcp-confused-deputy': '|\n',
    'chain-session-policy': '|\n',
    'chain-trust-external-id': '|\n',
    'chain-trust-github': '|\n',
    'chain-permissions-boundary': '|\n',
    'chain-stack-set': `{
  "Resources": {
    |
  }
}
`,
    'chain-condition-source-arn': `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "Service": "lambda.amazonaws.com" },
    "Action": "sts:AssumeRole",
    |
  }
}
`,
    'chain-condition-org-paths': `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "arn:aws:iam::*:role/SecurityOperations/SecurityAutoremediation",
    |
  }
}
`,
  },
  yaml: {
    'chain-source-trust': roleWith('|'),
    'chain-source-permissions': roleWith('|'),
    'chain-target-trust': roleWith('|'),
    'chain-target-cloudformation': 'Resources:\n  |\n',
    'chain-scp-protect-path': 'Resources:\n  |\n',
    'chain-rcp-confused-deputy': 'Resources:\n  |\n',
    'chain-session-policy': '|\n',
    'chain-trust-external-id': roleWith('|'),
    'chain-trust-github': roleWith('|'),
    'chain-permissions-boundary': 'Resources:\n  |\n',
    'chain-stack-set': 'Resources:\n  |\n',
    'chain-condition-source-arn': roleWith(`AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
            |`),
    'chain-condition-org-paths': roleWith(`Policies:
        - PolicyName: chain
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: sts:AssumeRole
                Resource: !Sub 'arn:\${AWS::Partition}:iam::*:role/SecurityOperations/SecurityAutoremediation'
                |`),
  },
};

function roleWith(properties: string): string {
  return `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      ${properties}
`;
}

/** The file that a policy of its own is written into, where its name says what the policy is. */
const files: Readonly<Record<string, string>> = {
  'chain-scp-protect-path': 'protect.scp',
  'chain-rcp-confused-deputy': 'guard.rcp',
  'chain-session-policy': 'run.session',
  'chain-permissions-boundary': 'team.boundary',
};

/** The policies that are in the text once the snippet stands in its place. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'chain-source-trust': ['trust'],
  'chain-source-permissions': ['identity'],
  'chain-target-trust': ['trust'],
  'chain-target-cloudformation': ['trust', 'identity'],
  'chain-scp-protect-path': ['scp'],
  'chain-rcp-confused-deputy': ['rcp'],
  'chain-session-policy': ['session'],
  'chain-trust-external-id': ['trust'],
  'chain-trust-github': ['trust'],
  'chain-permissions-boundary': ['boundary'],
  'chain-stack-set': [],
  'chain-condition-source-arn': ['trust'],
  'chain-condition-org-paths': ['identity'],
};

/** A managed policy is a boundary by what refers to it, which a resource alone does not say. */
const kindsInTemplate: Readonly<Record<string, readonly string[]>> = { 'chain-permissions-boundary': ['identity'] };

describe('snippets', () => {
  it('are the same in every language', () => {
    const prefixes = languages.map(({ snippets }) => snippets.map((snippet) => snippet.prefix));
    assert.deepEqual(prefixes, [Object.keys(kinds), Object.keys(kinds)]);
  });

  for (const { name, snippets } of languages)
    for (const { prefix, description, body } of snippets)
      describe(`${prefix} in ${name}`, () => {
        const { text, stops } = expand(body.join('\n'));

        it('says what it is for', () => assert.match(description, /^[A-Z].*\.$/));

        it('has its tab stops in the order of the text, the last at the end', () => {
          // One that stands twice is typed once: it counts where it stands first.
          const once = [...new Set(stops)];
          const inOrder = once.slice(0, -1).map((_, index) => index + 1);
          assert.deepEqual(once, [...inOrder, 0]);
          assert.equal(stops.filter((stop) => stop === 0).length, 1);
          assert.match(body.at(-1) ?? '', /\$0$/);
        });

        it('parses where it belongs and leaves nothing to find but placeholders', () => {
          const document = insert(places[name]?.[prefix] ?? '', text);
          const { policies, findings } = analyseAs(document, prefix, name);
          assert.deepEqual(
            policies().map((policy) => policy.kind),
            name === 'yaml' ? (kindsInTemplate[prefix] ?? kinds[prefix]) : kinds[prefix],
          );
          const found = findings.map(({ rule, span }) => [rule, document.slice(span.start, span.end)]);
          assert.deepEqual(found, placeholdersOf(document));
          if (name === 'json') assert.doesNotThrow(() => JSON.parse(document));
        });

        it('leaves nothing to find once the placeholders are filled in', () => {
          const document = insert(places[name]?.[prefix] ?? '', text.replaceAll(/<[^>]+>/g, fill));
          const { findings } = analyseAs(document, prefix, name);
          assert.deepEqual(
            findings.map(({ rule, message }) => [rule, message]),
            [],
          );
        });
      });
});

/** Roles of a chain have names; that their deployment has to acknowledge them is no fault of a snippet. */
function analyseAs(text: string, prefix: string, language: string): Analysis {
  const rules = { 'named-iam-resource': 'off' } as const;
  return analyse({ path: `${files[prefix] ?? 'example'}.${language}`, text }, { rules, iamData });
}

/** What a person might write there. */
const filled: Readonly<Record<string, string>> = {
  '<account id>': '111122223333',
  '<account id of the third party>': '444455556666',
  '<external id>': 'a3f1c2d4-6b7e',
  '<function name>': 'remediate',
  '<id of the organizational unit>': 'ou-ab12-11111111',
  '<organizational unit id>': 'ou-ab12-11111111',
  '<owner>': 'example',
  '<path and name of the deployment role>': 'Pipelines/Deploy',
  '<path and name of the source role>': 'SecurityOperations/Source',
  '<path and name of the target role>': 'SecurityOperations/Target',
  '<path and name of this policy>': 'boundaries/team',
  '<path of the roles>': 'SecurityOperations',
  '<policy name>': 'read-reports',
  '<region>': 'eu-west-1',
  '<repository>': 'app',
  '<resource ARN>': 'arn:aws:s3:::example-reports/*',
  '<service:Action>': 's3:GetObject',
  '<source account id>': '111122223333',
  '<URL of the template in S3>': 'https://example-templates.s3.amazonaws.com/target-role.yaml',
  '<your org path>': 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111',
  '<your organization id>': 'o-a1b2c3d4e5',
};

function fill(placeholder: string): string {
  const value = filled[placeholder];
  assert.ok(value, `nothing to fill ${placeholder} with`);
  return value;
}

/** The quick fixes write the same: see `sourcePin` and `organizationScope`. */
describe('the conditions of the snippets', () => {
  const lambda = findServicePrincipal('lambda.amazonaws.com');
  for (const { name, snippets } of languages)
    for (const { prefix, body } of snippets) {
      const { text } = expand(body.join('\n'));
      if (text.includes('aws:SourceArn'))
        it(`${prefix} in ${name} names the source as a fix does`, () =>
          assertHolds(text, lambda && sourcePin(lambda, { inSub: name === 'yaml', names: [] })));
      if (text.includes('aws:ResourceOrgPaths'))
        it(`${prefix} in ${name} names the organizational unit as a fix does`, () =>
          assertHolds(text, organizationScope()));
    }
});

/** The condition, of one operator and one key, stands in the text in either language's notation. */
function assertHolds(text: string, condition: WritableObject | undefined): void {
  const [operator, keys = {}] = Object.entries(condition ?? {})[0] ?? [];
  const [key, value] = Object.entries(keys)[0] ?? [];
  assert.ok(isFilled(value));
  assert.ok(withoutNotation(text).includes(withoutNotation(`${operator}:${key}:${plain(value.parts)}`)), text);
}

function isFilled(value: unknown): value is FillText | SubText {
  return typeof value === 'object' && value !== null && 'parts' in value;
}

function withoutNotation(text: string): string {
  return text.replaceAll(/!Sub|['"{}\s]/g, '');
}

/** Every `<…>` of a text. What a resource is called and where it goes is no part of a policy. */
function placeholdersOf(document: string): readonly (readonly [string, string])[] {
  const all = [...document.matchAll(/<[^>]+>/g)].map((match) => match[0]);
  return all.filter((text) => !outsidePolicies.includes(text)).map((text) => ['unfilled-placeholder', text] as const);
}

const outsidePolicies: readonly string[] = [
  '<policy name>',
  '<id of the organizational unit>',
  '<organizational unit id>',
  '<URL of the template in S3>',
];

describe('the snippet expander of these tests', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a$1b$0', 'ab'],
    ['${1:x} ${2|a\\,b,c|} $1', 'x a,b x'],
    ['${1:a ${2:b}}', 'a b'],
    ['\\${AWS::Region} \\\\ \\}', '${AWS::Region} \\ }'],
  ];
  for (const [body, expected] of cases) it(`expands ${body}`, () => assert.equal(expand(body).text, expected));

  it('refuses a variable', () => assert.throws(() => expand('${AWS::Region}')));

  it('refuses a tab stop that is not closed', () => assert.throws(() => expand('${1:x')));
});
