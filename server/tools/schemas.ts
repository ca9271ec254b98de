import { policyKinds } from '../src/catalog/policy-kind.ts';
import { createPolicySchema } from './policy-schema.ts';

/** Path relative to the checkout -> the whole text: one JSON Schema for each kind of policy. */
export function generatePolicySchemas(): ReadonlyMap<string, string> {
  return new Map(
    policyKinds.map((kind) => [schemaPath(kind), `${JSON.stringify(createPolicySchema(kind), null, 2)}\n`]),
  );
}

function schemaPath(kind: string): string {
  return `schemas/${kind}-policy.schema.json`;
}
