import type { IamData } from '../catalog/iam-data.ts';
import { findAction } from '../catalog/iam-queries.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { isWellFormedAction } from '../policy/action-form.ts';
import { policyKinds } from '../policy/kind.ts';
import { type WrittenAction, writtenActions } from '../policy/named-actions.ts';
import { isText, literalOf } from '../policy/value.ts';

export const malformedAction = defineRule({
  id: 'malformed-action',
  summary: 'An action is not written as `service:action`',
  severity: 'error',
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const written of writtenActions(policy)) {
        // What is no text has a rule of its own, `wrong-type`.
        if (isWellFormedAction(written.text) || !isText(written.value)) continue;
        const meant = meantBy(written, context.iamData);
        context.report({
          at: written.value.node,
          message: `${problemOf(written.text)} ${meant === undefined ? 'Write it as `service:action`.' : `Did you mean \`${meant}\`?`}`,
          fixes: meant === undefined ? [] : [replacement(written, meant, context)],
        });
      }
    },
  },
});

function problemOf(text: string): string {
  if (text.trim() === '') return 'An action is empty.';
  if (/\s/.test(text)) return `\`${text}\` has a space in it.`;
  if (!text.includes(':')) return `\`${text}\` names no service.`;
  if (text.split(':').length > 2) return `\`${text}\` has more than one colon.`;
  return text.startsWith(':') ? `\`${text}\` names no service.` : `\`${text}\` names no action.`;
}

/** What is well-formed with one change; where that is to find the service, only if it has such an action. */
function meantBy(written: WrittenAction, data: IamData | undefined): string | undefined {
  const tidied = written.text.replace(/\s+/g, '').replace(/:{2,}/g, ':');
  if (tidied === '') return undefined;
  if (isWellFormedAction(tidied)) return tidied;
  if (data === undefined) return undefined;
  const candidates = [tidied.replace(/[./]/, ':'), ...prefixesBeside(written).map((prefix) => `${prefix}:${tidied}`)];
  return candidates.find((each) => findAction(data, each) !== undefined);
}

/** Services of the other actions in the list. */
function prefixesBeside({ list }: WrittenAction): readonly string[] {
  const prefixes = list.values.flatMap((value) => /^([a-z0-9-]+):[^:\s]+$/i.exec(literalOf(value) ?? '')?.[1] ?? []);
  return [...new Set(prefixes)];
}

function replacement({ value, text }: WrittenAction, meant: string, { target }: PolicyContext): Fix {
  return {
    title: `Change ${text.trim()} to ${meant}`,
    // AWS refused the policy, which now begins to hold.
    applicability: 'suggestion',
    preferred: true,
    changes: () => replaceValue(target, value.node, meant),
  };
}
