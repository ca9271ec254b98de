import { answersShape } from '../src/scaffold/answers-shape.ts';

/** Path relative to the checkout -> the whole text: the JSON Schema of the answers to `rolechain new`. */
export function generateRoleChainSchema(): ReadonlyMap<string, string> {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A role chain to be written by `rolechain new`',
    allowComments: true,
    allowTrailingCommas: true,
    ...answersShape.schema({ rules: [] }),
  };
  return new Map([['schemas/role-chain-answers.schema.json', `${JSON.stringify(schema, null, 2)}\n`]]);
}
