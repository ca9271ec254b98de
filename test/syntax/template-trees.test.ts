import assert from 'node:assert/strict';
import type { SyntaxProblem } from '../../server/src/syntax/node.ts';
import { sectionTrees } from '../../server/src/syntax/template-trees.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';

/** A merge puts the keys of `One` behind all others, and they stand before most of them. */
const merged = `Description: text
Resources:
  One: &one
    A: 1
    B: 2
  Two: 3
  <<: *one
  Three: 4
Outputs: {}
`;

const plain = merged.replace('  <<: *one\n', '');

describe('trees of a template', () => {
  for (const [name, text] of Object.entries({ plain, merged })) {
    it(`own the problems that stand behind their key, up to the next: ${name}`, () => {
      const { root } = parseYaml(text);
      assert.ok(root?.type === 'object');
      const problems = [...text].map((_, start): SyntaxProblem => ({ span: { start, end: start }, message: 'wrong' }));
      const trees = sectionTrees(root.properties, problems);
      assert.deepEqual(
        trees.flatMap((tree) => tree.problems).toSorted((a, b) => a.span.start - b.span.start),
        problems,
      );
      const starts = trees.map(({ key }) => key?.span.start ?? 0);
      for (const [index, tree] of trees.entries())
        for (const { span } of tree.problems) {
          const nearest = starts.findLastIndex((start) => start <= span.start);
          assert.equal(index, Math.max(nearest, 0), `${span.start}`);
        }
    });
  }

  it('say it where there is no tree', () => {
    const problem = { span: { start: 3, end: 4 }, message: 'wrong' };
    assert.deepEqual(sectionTrees([], [problem]), [{ path: [], root: undefined, problems: [problem] }]);
  });
});
