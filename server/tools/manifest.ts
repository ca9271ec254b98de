import { severities } from '../src/lint/finding.ts';
import type { Rule } from '../src/lint/rule.ts';
import { chainSettings } from './chain-settings.ts';
import { organizationSettings } from './organization-settings.ts';
import { readingSettings } from './reading-settings.ts';

/** What the schema of one rule's setting is made of. */
type RuleMetadata = Pick<Rule, 'id' | 'summary' | 'severity' | 'lesser'>;

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, object>> }[];
  };
}

/** The text of package.json with the settings that are generated as they are now; all else stays as it is. */
export function updateManifest(text: string, rules: readonly RuleMetadata[]): string {
  const manifest: Manifest = JSON.parse(text);
  const generated: Readonly<Record<string, object>> = {
    'rolechain.rules': createRulesSchema(rules),
    ...organizationSettings,
    ...chainSettings,
    ...readingSettings,
  };
  const configuration = manifest.contributes.configuration.map((group) => {
    const properties = Object.entries(group.properties).map(([name, schema]) => [name, generated[name] ?? schema]);
    return { ...group, properties: Object.fromEntries(properties) };
  });
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
  const description = `${summary}. Without a setting: ${own.join(' or ')}${rest}.`;
  return {
    // The settings editor shows a table to choose from only where the type is said, and reads the plain description.
    type: 'string',
    enum: [...severities, 'off'],
    description: description.replaceAll('`', ''),
    markdownDescription: description,
  };
}
