import { globalConditionKeys } from '../src/catalog/condition-keys.ts';
import { type ConditionOperator, conditionOperators } from '../src/catalog/condition-operators.ts';
import { definition, described, type JsonSchema } from './json-schema.ts';

/** The definitions that `Condition` is made of: operators, keys, values. */
export function conditionDefinitions(): Readonly<Record<string, JsonSchema>> {
  return {
    conditions: {
      type: 'object',
      allOf: [
        { properties: Object.fromEntries(conditionOperators.flatMap(createOperators)) },
        // Apart: strict validators refuse a schema in which a property also matches a pattern.
        { patternProperties: { [anyCasePattern()]: definition('conditionKeys') }, additionalProperties: false },
      ],
    },
    conditionKeys: {
      type: 'object',
      properties: Object.fromEntries(createKeys()),
      additionalProperties: definition('conditionValues'),
    },
    conditionValues: {
      anyOf: [definition('conditionValue'), { type: 'array', items: definition('conditionValue') }],
    },
    conditionValue: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  };
}

const setPrefixes = [
  { prefix: '', meaning: '' },
  { prefix: 'ForAnyValue:', meaning: 'At least one value of a key that has several. ' },
  { prefix: 'ForAllValues:', meaning: 'All values of a key that has several; also true where the key is missing. ' },
] as const;

const ifExists = 'IfExists';

/** An operator with every prefix and suffix that it takes, in AWS's own spelling. */
function createOperators(operator: ConditionOperator): readonly (readonly [string, JsonSchema])[] {
  const suffixes = operator.takesIfExists ? ['', ifExists] : [''];
  return setPrefixes.flatMap(({ prefix, meaning }) =>
    suffixes.map((suffix): [string, JsonSchema] => {
      const missing = suffix === '' ? '' : ' True where the key is missing.';
      const description = `${meaning}${describeOperator(operator)}${missing}`;
      return [`${prefix}${operator.name}${suffix}`, { description }];
    }),
  );
}

function describeOperator({ type, name, negated, wildcards, ignoresCase }: ConditionOperator): string {
  if (type === 'null') return 'Whether the key is missing: "true" or "false".';
  const compared = { string: 'strings', arn: 'ARNs', numeric: 'numbers', date: 'dates', bool: 'true or false' };
  const subject = type === 'binary' ? 'binary data' : type === 'ip' ? 'IP addresses' : compared[type];
  const order = /(Less|Greater)Than(Equals)?/.exec(name);
  const relation = order ? `${order[1] === 'Less' ? 'less' : 'greater'}${order[2] ? ' or equal' : ''}` : 'equal';
  const details = [
    negated ? `not ${relation}` : relation,
    ...(ignoresCase ? ['case does not matter'] : []),
    ...(wildcards ? ['* and ? are wildcards'] : []),
  ];
  return `Compares ${subject}: ${details.join(', ')}.`;
}

/** Keys that do not depend on the service; those that end with the key of a tag cannot be listed. */
function createKeys(): readonly (readonly [string, JsonSchema])[] {
  return globalConditionKeys
    .filter(({ name }) => !name.endsWith('/'))
    .map(({ name, present, multivalued }) => [
      name,
      described(
        definition('conditionValues'),
        `${multivalued ? 'A key that may have several values: use ForAnyValue or ForAllValues. ' : ''}Present: ${present}`,
      ),
    ]);
}

/** The operators in any case, as `parseOperator` reads them: patterns of JSON Schema have no flag for it. */
function anyCasePattern(): string {
  const prefixes = setPrefixes.map(({ prefix }) => prefix).filter((prefix) => prefix !== '');
  const namesOf = (takesIfExists: boolean) =>
    conditionOperators.filter((operator) => operator.takesIfExists === takesIfExists).map(({ name }) => name);
  const names = `(${alternatives(namesOf(true))})(${anyCase(ifExists)})?|${alternatives(namesOf(false))}`;
  return `^(${alternatives(prefixes)})?(${names})$`;
}

function alternatives(words: readonly string[]): string {
  return words.map(anyCase).join('|');
}

function anyCase(word: string): string {
  return word.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
}
