import { configurationShape } from '../src/lint/configuration-shapes.ts';
import type { Rule } from '../src/lint/rule.ts';

/** Path relative to the checkout -> the whole text: the JSON Schema of `rolechain.config.json`. */
export function generateConfigurationSchema(rules: readonly Rule[]): ReadonlyMap<string, string> {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Role Chain',
    allowComments: true,
    allowTrailingCommas: true,
    ...configurationShape.schema({ rules }),
  };
  return new Map([['schemas/rolechain.config.schema.json', `${JSON.stringify(schema, null, 2)}\n`]]);
}
