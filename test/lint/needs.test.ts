import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Finding } from '../../server/src/lint/finding.ts';
import type { FragmentModel } from '../../server/src/lint/model.ts';
import { interestsOf, type Needs } from '../../server/src/lint/needs.ts';
import type { Rule } from '../../server/src/lint/rule.ts';
import { runLocalRules, runTemplateRules } from '../../server/src/lint/run.ts';
import { contentsOf } from '../../server/src/policy/contents.ts';
import { type PolicyKind, policyKinds } from '../../server/src/policy/kind.ts';
import { emptyView, type TemplateView, viewTemplate } from '../../server/src/role/template-view.ts';
import { rules } from '../../server/src/rules/index.ts';
import { buildModel, parameterNames, resourceNames } from '../../server/src/service/recognise.ts';
import { readFile } from '../../server/src/syntax/read.ts';
import { exampleKnown } from '../organization/example-organization.ts';
import { iamData } from '../support/iam-data.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const needy = rules.filter(({ needs }) => needs !== undefined);
const unspared = needy.map(({ needs: _, ...rule }): Rule => rule);

describe('what rules need', () => {
  const statements = statementsOfPages();

  it('is held by every policy in which they find something', () => {
    // Each page has a policy in which its rule finds something.
    const found = new Set<string>();
    for (const statement of statements)
      for (const kind of policyKinds) for (const rule of compare(documentOf([statement]), kind)) found.add(rule);
    for (const text of examplesOfPages('json'))
      for (const kind of policyKinds) for (const rule of compare(text, kind)) found.add(rule);
    for (const text of examplesOfPages('yaml')) for (const rule of compareTemplate(text)) found.add(rule);
    assert.deepEqual(
      needy.map(({ id }) => id).filter((id) => !found.has(id)),
      [],
    );
  });

  it('is held by several statements together, in any case, with values that are not known', () => {
    const statement = fc
      .tuple(fc.constantFrom(...statements), fc.func(fc.nat(9)), fc.func(fc.boolean()))
      .map(([json, lot, isUpper]) => rewrite(json, (path) => lot(path) === 0, isUpper));
    const policy = fc.tuple(fc.array(statement, { minLength: 1, maxLength: 4 }), fc.constantFrom(...policyKinds));
    fc.assert(
      fc.property(policy, ([several, kind]) => void compare(documentOf(several), kind)),
      { seed: 20121017, numRuns: 600 },
    );
  });

  for (const { needs, held, missed } of [
    { needs: {}, held: {}, missed: undefined },
    { needs: { elements: ['NotAction'] }, held: { NotAction: 's3:*' }, missed: { Action: 's3:*' } },
    { needs: { principals: ['Service'] }, held: { Principal: { Service: 'a' } }, missed: { Principal: '*' } },
    { needs: { principals: ['*'] }, held: { NotPrincipal: '*' }, missed: { Principal: { AWS: '*' } } },
    { needs: { keys: ['aws:SourceIp'] }, held: on('AWS:sourceip'), missed: on('aws:SourceIpX') },
    { needs: { keys: /:aud$/ }, held: on('Example.com:AUD'), missed: on('aud') },
    { needs: { operators: ['bool', 'string'] }, held: on('a:b'), missed: { Condition: { Null: { 'a:b': 'true' } } } },
    { needs: { allows: ['iam:PassRole'] }, held: allow('IAM:Pass*'), missed: deny('iam:PassRole') },
    { needs: { allows: ['iam:PassRole'] }, held: allow({ Ref: 'Unknown' }), missed: allow('iam:GetRole') },
    { needs: { braces: true }, held: { Sid: '${Name}' }, missed: { Sid: 'Name' } },
    { needs: { unusualForm: true }, held: ordinary('Permit'), missed: ordinary('Deny') },
    { needs: { unusualForm: true }, held: { ...ordinary('Deny'), Sid: 'not so' }, missed: undefined },
    { needs: { unusualForm: true }, held: { ...ordinary('Deny'), Condition: {} }, missed: undefined },
    { needs: { keys: ['a:b'], allows: ['a:C'] }, held: { ...on('a:b'), ...allow('a:C') }, missed: on('a:b') },
  ] satisfies readonly { needs: Needs; held: Json; missed: Json | undefined }[])
    it(`${JSON.stringify(needs)} are met by ${JSON.stringify(held)}`, () => {
      assert.equal(isMet(needs, held), true);
      if (missed !== undefined) assert.equal(isMet(needs, missed), false);
    });
  it('ask for an operator and a key of one condition, and for what is known of the key', () => {
    const isPatternOfS3: Needs['comparisons'] = ({ operator, key }, data) =>
      operator?.operator.wildcards === true && data?.findService(key.slice(0, 2))?.prefix === 's3';
    const needs = { comparisons: isPatternOfS3 };
    assert.equal(isMet(needs, { Condition: { StringLike: { 'S3:prefix': 'a' } } }), true);
    assert.equal(
      isMet(needs, { Condition: { StringLike: { 'a:b': 'a' }, StringEquals: { 's3:prefix': 'a' } } }),
      false,
    );
  });
});

function on(key: string): { readonly [key: string]: Json } {
  return { Condition: { StringLike: { [key]: '*' } } };
}

function allow(action: Json): { readonly [key: string]: Json } {
  return { Effect: 'Allow', Action: action };
}

function deny(action: Json): Json {
  return { Effect: 'Deny', Action: action };
}

function ordinary(effect: string): { readonly [key: string]: Json } {
  return { Effect: effect, Action: ['s3:*'], Resource: '*', Condition: { Null: { 'a:b': true } } };
}

function isMet(needs: Needs, statement: Json): boolean {
  const text = documentOf([statement]);
  const [policy] = modelOf(text, 'identity').policies;
  assert.ok(policy);
  const { bySignature, byActions } = interestsOf(needs);
  const contents = contentsOf(policy, text);
  return bySignature(contents.features(), iamData) && byActions?.(contents) !== false;
}

/** The rules that find something, if they find the same whether policies are passed over or not. */
function compare(text: string, kind: PolicyKind): readonly string[] {
  return compareFindings((each) => find(each, [modelOf(text, kind)], emptyView));
}

/** The same in a template of YAML. */
function compareTemplate(text: string): readonly string[] {
  const [document] = readFile(text, 'yaml').documents;
  assert.ok(document);
  return compareFindings((each) => {
    const models = document.fragments.map((fragment) =>
      buildModel({ fragment, format: 'yaml', inTemplate: true, path: 'template.yaml', kind: undefined }),
    );
    const summaries = models.flatMap(({ summary }) => (summary === undefined ? [] : [summary]));
    return find(each, models, viewTemplate(summaries, parameterNames(document), resourceNames(document)));
  });
}

function compareFindings(findBy: (each: readonly Rule[]) => readonly Finding[]): readonly string[] {
  const without = findBy(unspared);
  assert.deepEqual(findBy(needy).map(show), without.map(show));
  return without.map(({ rule }) => rule);
}

function show({ rule, severity, message, span: { start, end }, fixes }: Finding): string {
  return `${rule} ${severity} ${start}-${end} ${message} ${fixes.map(({ title }) => title).join('; ')}`;
}

function find(each: readonly Rule[], models: readonly FragmentModel[], view: TemplateView): readonly Finding[] {
  const options = {
    rules: each,
    settings: {},
    editorReportsSyntax: false,
    organizations: exampleKnown,
    iamData,
    onRuleError: (id: string, error: unknown) => {
      throw new Error(id, { cause: error });
    },
  };
  return models.flatMap((model) => [...runLocalRules(model, options), ...runTemplateRules(model, view, options)]);
}

function documentOf(statements: readonly Json[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function modelOf(text: string, kind: PolicyKind): ReturnType<typeof buildModel> {
  const [fragment] = readFile(text, 'json').documents.flatMap((each) => each.fragments);
  assert.ok(fragment);
  return buildModel({ fragment, format: 'json', inTemplate: false, path: 'policy.json', kind });
}

/** All examples in the language, wrong and right. */
function examplesOfPages(language: 'json' | 'yaml'): readonly string[] {
  const pages = readdirSync('docs/rules').map((name) => readFileSync(`docs/rules/${name}`, 'utf8'));
  const example = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return pages.flatMap((page) => [...page.matchAll(example)].map(([, text = '']) => text));
}

/** Their statements. */
function statementsOfPages(): readonly Json[] {
  return examplesOfPages('json').flatMap((text): readonly Json[] => {
    const { Statement: list = [] } = tryParse(text) ?? {};
    return Array.isArray(list) ? list : [list];
  });
}

/** Undefined for the examples of what is no JSON. */
function tryParse(text: string): { readonly Statement?: Json } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The statement with some of its values put behind a reference, and some of its keys and texts in another case. */
function rewrite(json: Json, isUnknown: (path: string) => boolean, isUpper: (path: string) => boolean, at = ''): Json {
  if (at !== '' && isUnknown(at)) return { Ref: 'Unknown' };
  if (typeof json === 'string') return at.includes('Effect') || !isUpper(at) ? json : json.toUpperCase();
  if (Array.isArray(json)) return json.map((item, index) => rewrite(item, isUnknown, isUpper, `${at}/${index}`));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      const path = `${at}/${key}`;
      return [key.includes(':') && isUpper(path) ? key.toLowerCase() : key, rewrite(value, isUnknown, isUpper, path)];
    }),
  );
}
