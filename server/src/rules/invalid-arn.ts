import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { type ArnFault, faultOfFields } from '../policy/arn-fault.ts';
import { type ArnText, readArnText, resourceValues } from '../policy/arn-text.ts';
import type { PolicyKind } from '../policy/kind.ts';
import { aKind } from '../policy/phrase.ts';
import { isReplaceable, replaceInValue } from '../policy/replace-in-value.ts';
import type { Value } from '../policy/value.ts';
import { unknown } from '../policy/value-pattern.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const invalidArn = defineRule({
  id: 'invalid-arn',
  summary: 'A resource is no ARN, or one that no resource can have',
  severity: 'error',
  // In a trust policy there is no resource at all.
  kinds: ['identity', 'boundary', 'session', 'scp', 'rcp', 'resource', 'endpoint'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { value } of resourceValues(policy)) {
        const arn = readArnText(value);
        const fault = faultOf(arn, policy.kind);
        if (fault === undefined) continue;
        context.report({
          at: fault.field === undefined ? value.node : arn.spanOf(fault.field),
          message: fault.message,
          fixes: fixesOf(fault, arn, value, context),
        });
      }
    },
  },
});

function faultOf(arn: ArnText, kind: PolicyKind): ArnFault | undefined {
  const { text } = arn.pattern;
  if (!/^arn(:|$)/.test(text)) return prefixFault(arn, kind);
  // IAM itself refuses these; what the others say to it is not established.
  if (isOfIam(kind) && hasWildcard(arn.field('service')))
    return {
      field: 'service',
      message: `IAM refuses a wildcard in the service of an ARN. Name the service, or write \`*\` alone for every resource.`,
    };
  if (arn.fields.length === 6) return faultOfFields(arn);
  // What is not known may hold colons, and so may what a `*` stands for.
  return text.includes(unknown) || text.includes('*') ? undefined : shortFault(arn);
}

function isOfIam(kind: PolicyKind): boolean {
  return kind === 'identity' || kind === 'boundary' || kind === 'session';
}

/** Policies of resources and of endpoints may name a resource in the words of its service (`execute-api:/stage/GET/`). */
function prefixFault(arn: ArnText, kind: PolicyKind): ArnFault | undefined {
  const { text } = arn.pattern;
  if (kind === 'resource' || kind === 'endpoint' || /^[\0*?]/.test(text) || /^a?r?n?\*/.test(text)) return undefined;
  const label = arn.pattern.describe(0, text.length);
  if (/^\s+arn:/.test(text)) return { message: `\`${label}\` begins with a space. Remove it.` };
  if (/^arn:/i.test(text))
    return { field: 'prefix', message: 'ARNs begin with `arn:`, in small letters.', meant: 'arn' };
  const what = label === '' ? 'A resource is empty' : `\`${label}\` is no ARN`;
  return { message: `${what}. In ${aKind(kind)} a resource is an ARN, such as \`arn:aws:s3:::example/*\`, or \`*\`.` };
}

function shortFault(arn: ArnText): ArnFault {
  const { text } = arn.pattern;
  const bucket = /^(arn:[a-z-]+:s3):+([^:]+)$/.exec(text);
  const meant = bucket === null ? undefined : `${bucket[1]}:::${bucket[2]}`;
  const advice =
    meant === undefined
      ? 'Write `arn:partition:service:region:account:resource`, and leave empty what is not needed.'
      : `Did you mean \`${meant}\`?`;
  return {
    message: `\`${text}\` has ${arn.fields.length} of the 6 fields of an ARN. ${advice}`,
    ...(meant !== undefined && { meant }),
  };
}

function fixesOf({ field, meant }: ArnFault, arn: ArnText, value: Value, { target }: PolicyContext): readonly Fix[] {
  if (meant === undefined || !isReplaceable(value)) return [];
  const [from, to] = field === undefined ? ([0, arn.pattern.text.length] as const) : arn.bounds(field);
  const written = arn.pattern.describe(from, to);
  return [
    {
      title: meant === '' ? `Remove ${written} from the ARN` : `Change ${written} to ${meant}`,
      // The statement now begins to hold.
      applicability: 'suggestion',
      preferred: true,
      changes: () => replaceInValue(target, value, from, to, meant),
    },
  ];
}
