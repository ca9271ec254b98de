import assert from 'node:assert/strict';
import { findServicePrincipal } from '../../server/src/catalog/service-principals.ts';
import { plain } from '../../server/src/edit/change.ts';
import type { FillText, SubText, WritableObject } from '../../server/src/edit/writable.ts';
import { organizationScope } from '../../server/src/policy/organization-scope.ts';
import { sourcePin } from '../../server/src/policy/source-pin.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import json from '../../snippets/json.json';
import yaml from '../../snippets/yaml.json';
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

/** The policies that are in the text once the snippet stands in its place. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'chain-source-trust': ['trust'],
  'chain-source-permissions': ['identity'],
  'chain-target-trust': ['trust'],
  'chain-target-cloudformation': ['trust', 'identity'],
  'chain-condition-source-arn': ['trust'],
  'chain-condition-org-paths': ['identity'],
};

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
          const inOrder = stops.slice(0, -1).map((_, index) => index + 1);
          assert.deepEqual(stops, [...inOrder, 0]);
          assert.match(body.at(-1) ?? '', /\$0$/);
        });

        it('parses where it belongs and leaves nothing to find but placeholders', () => {
          const document = insert(places[name]?.[prefix] ?? '', text);
          const { policies, findings } = analyse({ path: `example.${name}`, text: document }, { rules: {} });
          assert.deepEqual(
            policies.map((policy) => policy.kind),
            kinds[prefix],
          );
          const found = findings.map(({ rule, span }) => [rule, document.slice(span.start, span.end)]);
          assert.deepEqual(found, placeholdersOf(document, prefix));
          if (name === 'json') assert.doesNotThrow(() => JSON.parse(document));
        });
      });
});

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

/** Every `<…>` of a text. A resource's own names are no part of a policy. */
function placeholdersOf(document: string, prefix: string): readonly (readonly [string, string])[] {
  const all = [...document.matchAll(/<[^>]+>/g)].map((match) => match[0]);
  const ours = prefix === 'chain-target-cloudformation' ? all.filter((text) => text !== '<policy name>') : all;
  return ours.map((text) => ['unfilled-placeholder', text] as const);
}

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
