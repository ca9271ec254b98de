import { type ElementChoice, type ElementRule, elementsOf, type PolicyGrammar } from '../src/catalog/grammar.ts';
import type { PolicyKind } from '../src/catalog/policy-kind.ts';
import { trustActions } from '../src/catalog/sts-actions.ts';
import { kindNames } from '../src/policy/kind.ts';
import { aKind } from '../src/policy/phrase.ts';
import { conditionDefinitions } from './condition-schema.ts';
import { elementDescription, principalTypeDescription } from './element-descriptions.ts';
import { definition, described, type JsonSchema } from './json-schema.ts';

/**
 * The JSON Schema of one kind of policy, of the same tables that the rules read. It is complete: nothing outside of it is
 * referred to.
 */
export function createPolicySchema(kind: PolicyKind): JsonSchema {
  const grammar = elementsOf(kind);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: `Written by \`npm run generate\`. Sources: ${grammar.source}.`,
    title: `AWS ${kindNames[kind]}`,
    description: `What AWS takes as ${aKind(kind)}.`,
    ...createElements(grammar.document, [], grammar),
    definitions: {
      statement: {
        title: `Statement of ${aKind(kind)}`,
        ...createElements(grammar.statement, grammar.choices, grammar),
      },
      strings: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
      ...conditionDefinitions(),
    },
  };
}

function createElements(
  rows: readonly ElementRule[],
  choices: readonly ElementChoice[],
  grammar: PolicyGrammar,
): JsonSchema {
  const allowed = rows.filter(({ use }) => use !== 'forbidden');
  const required = allowed.filter(({ use }) => use === 'required').map(({ name }) => name);
  const rules = choices.flatMap(createChoice);
  return {
    type: 'object',
    properties: Object.fromEntries(allowed.map((row) => [row.name, createElement(row, grammar)])),
    additionalProperties: false,
    required,
    ...(rules.length > 0 && { allOf: rules }),
  };
}

/** Of two elements that exclude each other, one at most; where one is required, that one. */
function createChoice({ names, required }: ElementChoice): readonly JsonSchema[] {
  const notBoth: JsonSchema = { not: { required: names } };
  return required ? [{ anyOf: names.map((name) => ({ required: [name] })) }, notBoth] : [notBoth];
}

function createElement(row: ElementRule, grammar: PolicyGrammar): JsonSchema {
  return described(createValue(row, grammar), elementDescription(row, grammar));
}

function createValue({ name, value }: ElementRule, grammar: PolicyGrammar): JsonSchema {
  switch (value) {
    case 'string':
      return createString(name, grammar);
    case 'strings':
      return name === 'Action' && grammar.kind === 'trust' ? createTrustActions() : definition('strings');
    case 'statements':
      return {
        anyOf: [definition('statement'), { type: 'array', minItems: 1, items: definition('statement') }],
      };
    case 'principal':
      return createPrincipal(grammar);
    case 'conditions':
      return definition('conditions');
    default:
      return value satisfies never;
  }
}

function createString(name: string, { versions, effects, sidPattern }: PolicyGrammar): JsonSchema {
  if (name === 'Version') return { enum: versions };
  if (name === 'Effect') return { enum: effects };
  if (name === 'Sid' && sidPattern !== undefined) return { type: 'string', pattern: sidPattern.source };
  return { type: 'string' };
}

/** Any string, for wildcards; the names are there to be offered. */
function createTrustActions(): JsonSchema {
  const names = trustActions.filter(({ callers }) => callers.length > 0).map((action) => action.name);
  const action: JsonSchema = { anyOf: [{ enum: names }, { type: 'string' }] };
  return { anyOf: [...(action.anyOf ?? []), { type: 'array', items: action }] };
}

function createPrincipal({ principalTypes }: PolicyGrammar): JsonSchema {
  if (principalTypes.length === 0) return { const: '*' };
  const types = principalTypes.map((type) => [type, described(definition('strings'), principalTypeDescription(type))]);
  return {
    anyOf: [{ const: '*' }, { type: 'object', properties: Object.fromEntries(types), additionalProperties: false }],
  };
}
