/** As much of JSON Schema, draft 7, as the schemas of policies are made of. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $comment?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean';

/** A definition of the same document. */
export function definition(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

/** A definition with a description of its own; beside a `$ref`, draft 7 reads nothing else. */
export function described(schema: JsonSchema, description: string): JsonSchema {
  return { description, ...(schema.$ref === undefined ? schema : { allOf: [schema] }) };
}
