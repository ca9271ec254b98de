import assert from 'node:assert/strict';
import { noOrganizations } from '../../../server/src/lint/known-organizations.ts';
import { runLocalRules } from '../../../server/src/lint/run.ts';
import type { PolicyKind } from '../../../server/src/policy/kind.ts';
import { readPolicy } from '../../../server/src/policy/policy.ts';
import { invalidEffect } from '../../../server/src/rules/invalid-effect.ts';
import { invalidVersion } from '../../../server/src/rules/invalid-version.ts';
import { missingElement } from '../../../server/src/rules/missing-element.ts';
import { trustHasResource } from '../../../server/src/rules/trust-has-resource.ts';
import { trustNotPrincipal } from '../../../server/src/rules/trust-not-principal.ts';
import { unknownElement } from '../../../server/src/rules/unknown-element.ts';
import { wrongType } from '../../../server/src/rules/wrong-type.ts';
import { readFile } from '../../../server/src/syntax/read.ts';

/** The rules that say whether a policy has the elements that AWS takes. */
const grammarRules = [
  unknownElement,
  missingElement,
  wrongType,
  invalidEffect,
  invalidVersion,
  trustHasResource,
  trustNotPrincipal,
];

/** What the rules on grammar say of a policy of this kind, as `rule: message`. */
export function grammarFindings(policy: unknown, kind: PolicyKind): readonly string[] {
  const [fragment] = readFile(JSON.stringify(policy), 'json').documents.flatMap((each) => each.fragments);
  assert.ok(fragment?.tree.root);
  const { text, tree } = fragment;
  const read = readPolicy({ kind, kindFrom: 'user', root: fragment.tree.root, shape: 'document', substitution: 'iam' });
  const findings = runLocalRules(
    { tree, text, format: 'json', inTemplate: false, policies: [read], summary: undefined, nested: [] },
    {
      rules: grammarRules,
      settings: {},
      editorReportsSyntax: false,
      organizations: noOrganizations,
      onRuleError: (_, error) => {
        throw error;
      },
    },
  );
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}
