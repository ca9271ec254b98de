import assert from 'node:assert/strict';
import type { Node } from '../../server/src/syntax/node.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';

describe('aliases and nesting in YAML', () => {
  /** Each level holds the one before twice. */
  function doubling(levels: number): string {
    const lines = ['a0: &a0 [x, x]'];
    for (let level = 1; level <= levels; level++) {
      lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    }
    return lines.join('\n');
  }

  it('shares the nodes of an anchor', () => {
    const { root, problems } = parseYaml(doubling(12));
    assert.deepEqual(problems, []);
    const last = root?.type === 'object' ? root.properties.at(-1)?.value : undefined;
    assert.ok(last?.type === 'array');
    assert.equal(last.items[0], last.items[1]);
  });

  it('follows no alias beyond 100,000 values, and says so of each', () => {
    for (const levels of [15, 60, 2000]) {
      const text = doubling(levels);
      const { root, problems } = parseYaml(text);
      assert.ok(root !== undefined);
      const size = expandedSize(root);
      assert.ok(size > 40_000 && size < 110_000, String(size));
      assert.ok(problems.length > 0);
      for (const { message, span } of problems) {
        assert.match(message, /more than 100000 values/);
        assert.match(text.slice(span.start, span.end), /^\*a\d+$/);
      }
    }
  });

  it('follows no alias deeper than 200 levels', () => {
    const lines = ['a0: &a0 x'];
    for (let level = 1; level <= 50; level++)
      lines.push(`a${level}: &a${level} ${'['.repeat(50)}*a${level - 1}${']'.repeat(50)}`);
    const { root, problems } = parseYaml(lines.join('\n'));
    assert.ok(root !== undefined && deepestOf(root) <= 202);
    // Three fit into each other; the alias behind them is not followed.
    assert.equal(problems.length, 16);
  });

  it('reads nothing of a text nested deeper than 200 levels, and says so once', () => {
    for (const text of ['['.repeat(10_000), '- '.repeat(10_000), '{a: '.repeat(10_000)]) {
      const { root, problems } = parseYaml(text);
      assert.equal(root, undefined);
      assert.deepEqual(
        problems.map((each) => each.message),
        ['This is nested deeper than 200 levels and is not read further.'],
      );
    }
    const { problems } = parseYaml('['.repeat(190) + ']'.repeat(190));
    assert.deepEqual(problems, []);
  });
});

function childrenOf(node: Node): readonly Node[] {
  if (node.type === 'object') return node.properties.map(({ value }) => value);
  if (node.type === 'array') return node.items;
  return node.type === 'intrinsic' ? [node.argument] : [];
}

/** What a walk over the tree sees that knows nothing of aliases. */
function expandedSize(node: Node): number {
  return childrenOf(node).reduce((size, each) => size + expandedSize(each), 1);
}

function deepestOf(node: Node): number {
  return childrenOf(node).reduce((deepest, each) => Math.max(deepest, deepestOf(each) + 1), 1);
}
