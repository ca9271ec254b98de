import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { type PolicyKind, policyKinds } from '../../../server/src/policy/kind.ts';

/** Where the schema of a kind lies, relative to the checkout. */
export function schemaPath(kind: PolicyKind): string {
  return `schemas/${kind}-policy.schema.json`;
}

const validators: ReadonlyMap<PolicyKind, ValidateFunction> = new Map(
  policyKinds.map((kind) => {
    const ajv = new Ajv({ strictTypes: true, strictTuples: true, allErrors: true });
    return [kind, ajv.compile(JSON.parse(readFileSync(schemaPath(kind), 'utf8')))];
  }),
);

/** What the schema of the kind says against a policy; empty where it takes it. */
export function schemaErrors(policy: unknown, kind: PolicyKind): readonly string[] {
  const validate = validators.get(kind);
  if (validate === undefined) throw new Error(`There is no schema for ${kind}.`);
  validate(policy);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
