import { severities } from '../src/lint/finding.ts';
import type { Rule } from '../src/lint/rule.ts';

/** What the schema of one rule's setting is made of. */
type RuleMetadata = Pick<Rule, 'id' | 'summary' | 'severity' | 'lesser'>;

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, object>> }[];
  };
}

const setting = 'rolechain.rules';

/** The text of package.json with the setting `rolechain.rules` as the rules are now; all else stays as it is. */
export function updateManifest(text: string, rules: readonly RuleMetadata[]): string {
  const manifest: Manifest = JSON.parse(text);
  const configuration = manifest.contributes.configuration.map((group) =>
    setting in group.properties
      ? { ...group, properties: { ...group.properties, [setting]: createRulesSchema(rules) } }
      : group,
  );
  const updated = { ...manifest, contributes: { ...manifest.contributes, configuration } };
  return `${JSON.stringify(updated, null, 2)}\n`;
}

function createRulesSchema(rules: readonly RuleMetadata[]): object {
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    type: 'object',
    scope: 'resource',
    order: 1,
    default: {},
    additionalProperties: false,
    markdownDescription:
      'The severity of a rule, or `off`. A rule that is not named here keeps its own. Example: `{ "trust-whole-account": "warning" }`.',
    properties: Object.fromEntries(sorted.map((rule) => [rule.id, createRuleSchema(rule)])),
  };
}

function createRuleSchema({ summary, severity, lesser = [] }: RuleMetadata): object {
  const own = [severity, ...lesser].map((each) => `\`${each}\``);
  const rest = own.length > 1 ? ', by what is established' : '';
  return {
    enum: [...severities, 'off'],
    markdownDescription: `${summary}. Without a setting: ${own.join(' or ')}${rest}.`,
  };
}
