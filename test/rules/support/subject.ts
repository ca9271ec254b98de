import assert from 'node:assert/strict';
import type { Span } from '../../../server/src/base/span.ts';
import { type KnownOrganizations, noOrganizations } from '../../../server/src/lint/known-organizations.ts';
import type { PolicyKind } from '../../../server/src/policy/kind.ts';
import { analyse, type DocumentFinding } from '../../../server/src/service/analysis.ts';
import { iamData, oldIamData } from '../../support/iam-data.ts';
import { readMarks } from './marks.ts';
import { type Form, renderPolicy } from './rendering.ts';
import type { ExpectedFinding, RuleCase } from './rule-case.ts';

/** One text to check: a case in one of its forms. */
export interface Subject {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly marks: readonly Span[];
  readonly kind: PolicyKind;
  readonly editorReportsSyntax: boolean;
  readonly organizations: KnownOrganizations;
  readonly data: RuleCase['data'];
  readonly finds: readonly ExpectedFinding[];
  /** Fails unless a text, of the form of this one, says the expected. */
  readonly assertResult: (actual: string, expected: string) => void;
  readonly form: Form;
}

/** A case in every form in which it can be given. */
export function subjectsOf(rule: RuleCase, kindOfSuite: PolicyKind): readonly Subject[] {
  const kind = rule.kind ?? kindOfSuite;
  const finds = (rule.finds ?? []).map((each) => (typeof each === 'string' ? { message: each } : each));
  const { name, data, editorReportsSyntax = false, organizations = noOrganizations } = rule;
  const common = { name, kind, finds, data, editorReportsSyntax, organizations };
  if ('text' in rule) {
    const assertResult = (actual: string, expected: string) => assert.equal(actual, expected);
    return [{ ...common, ...readMarks(rule.text), path: rule.file, assertResult, form: 'policy' }];
  }
  const wrap = 'policy' in rule ? (text: string) => text : aroundStatement;
  const marked = wrap('policy' in rule ? rule.policy : rule.statement);
  return renderPolicy(marked, kind)
    .filter(({ form }) => rule.forms?.includes(form) ?? true)
    .map(({ policyIn, ...rendering }) => ({
      ...common,
      ...rendering,
      name: `${rule.name} (${formNames[rendering.form]})`,
      assertResult: (actual, expected) => assert.deepEqual(policyIn(actual), JSON.parse(wrap(expected))),
    }));
}

/** Everything found in a text that is checked as the subject is. */
export function findingsOf(
  { path, kind, editorReportsSyntax, organizations, data }: Subject,
  text: string,
): readonly DocumentFinding[] {
  const thrown: unknown[] = [];
  const given = data === 'old' ? oldIamData : iamData;
  const options = {
    rules: {},
    kind,
    editorReportsSyntax,
    organizations,
    ...(data !== 'none' && { iamData: given }),
  };
  const { findings } = analyse({ path, text }, options, undefined, (rule, error) => thrown.push([rule, error]));
  assert.deepEqual(thrown, []);
  return findings;
}

const formNames: Readonly<Record<Form, string>> = {
  policy: 'JSON policy',
  json: 'JSON template',
  yaml: 'YAML template',
  string: 'string in a template',
};

function aroundStatement(statement: string): string {
  return `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statement.trim().replaceAll('\n', '\n    ')}\n  ]\n}`;
}
