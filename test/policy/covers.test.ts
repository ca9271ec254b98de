import assert from 'node:assert/strict';
import { coveredValues, mostCompared, readResource } from '../../server/src/policy/covers.ts';
import { coversStatement } from '../../server/src/policy/same-statement.ts';
import { literalOf } from '../../server/src/policy/value.ts';
import { policyOf, statementOf } from './reading.ts';

/** What is covered in a list of resources, and by what. */
function covered(resources: readonly string[]): readonly (readonly [string | undefined, string | undefined])[] {
  const { resource } = statementOf(`{ Action: "s3:*", Resource: ${JSON.stringify(resources)} }`);
  assert.ok(resource);
  return coveredValues(resource, readResource).map(({ value, by }) => [literalOf(value), literalOf(by)]);
}

const bucket = (name: string) => `arn:aws:s3:::${name}`;

describe('values that others cover', () => {
  const several = Array.from({ length: mostCompared - 1 }, (_, index) => bucket(`n${index}-*-x`));
  const [wide, narrow] = [bucket('a/*'), bucket('a/b')];

  it('are looked for among so many with wildcards', () => {
    assert.deepEqual(covered([...several, wide, narrow]), [[narrow, wide]]);
    assert.deepEqual(covered([...several, bucket('last*x'), wide, narrow]), []);
  });

  it('stand in a list as often as they may, which counts once', () => {
    const same = Array.from({ length: 2 * mostCompared }, () => bucket('same-*'));
    assert.deepEqual(covered([...same, wide, narrow]), [...same.slice(1).map((each) => [each, each]), [narrow, wide]]);
  });

  it('are all told to be covered by the widest', () => {
    assert.deepEqual(covered([bucket('ab'), bucket('ab*'), bucket('a*'), bucket('ab*')]), [
      [bucket('ab'), bucket('a*')],
      [bucket('ab*'), bucket('a*')],
      [bucket('ab*'), bucket('a*')],
    ]);
  });
});

describe('statements that say as much', () => {
  const covers = (wide: string, narrow: string): boolean => {
    const { statements } = policyOf(`{ Statement: [${wide}, ${narrow}] }`);
    const [one, other] = statements;
    assert.ok(one && other);
    return coversStatement(one, other);
  };
  const statement = (actions: readonly string[], more = '') =>
    `{ Effect: Allow, Action: ${JSON.stringify(actions)}, Resource: "*"${more} }`;
  const many = Array.from({ length: 2 * mostCompared }, (_, index) => `s3:Get${index}`);

  it('have the same actions in any order, or wider ones', () => {
    assert.equal(covers(statement(many), statement(many.toReversed())), true);
    assert.equal(covers(statement(many), statement([...many, 's3:Put'])), false);
    assert.equal(covers(statement(['s3:Get*', 's3:Put']), statement([...many, 's3:Put'])), true);
  });

  it('have the same conditions in any order', () => {
    const [a, b] = ['aws:SourceVpc: [v1, v2]', 'aws:PrincipalOrgID: o'];
    const when = (...keys: readonly string[]) => `, Condition: { StringEquals: { ${keys.join(', ')} } }`;
    assert.equal(covers(statement(['s3:*'], when(a, b)), statement(['s3:*'], when(b, a))), true);
    assert.equal(covers(statement(['s3:*'], when(a, b)), statement(['s3:*'], when(a))), false);
    assert.equal(covers(statement(['s3:*'], when(a)), statement(['s3:*'], when('aws:SourceVpc: [v1]'))), false);
  });
});
