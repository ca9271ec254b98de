import assert from 'node:assert/strict';
import { type Policy, readPolicy } from '../../server/src/policy/policy.ts';
import type { Statement } from '../../server/src/policy/statement.ts';
import { child, type Node } from '../../server/src/syntax/node.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';

/** A value written in YAML. */
export function nodeOf(written: string): Node {
  const node = child(parseYaml(`V: ${written}\n`).root, 'V');
  assert.ok(node, written);
  return node;
}

/** An identity policy written in YAML flow style. */
export function policyOf(written: string): Policy {
  return readPolicy({
    kind: 'identity',
    kindFrom: 'property',
    root: nodeOf(written),
    shape: 'document',
    substitution: 'iam',
  });
}

/** The only statement of a policy, written in YAML flow style. */
export function statementOf(written: string): Statement {
  const [statement, ...others] = policyOf(`{ Statement: ${written} }`).statements;
  assert.deepEqual(others, []);
  assert.ok(statement, written);
  return statement;
}
