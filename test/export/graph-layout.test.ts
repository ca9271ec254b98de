import assert from 'node:assert/strict';
import { type Box, type GraphLayout, layoutGraph } from '../../server/src/export/graph-layout.ts';
import type { HopReport, RoleReport } from '../../server/src/export/graph-report.ts';

const role = (index: number, account: number | null): RoleReport => ({
  id: `role-${index}`,
  name: `role-${index}`,
  path: '/',
  account: account === null ? null : String(111122220000 + account),
  deployment: null,
  kind: 'role',
  file: null,
  range: null,
});

const hop = (source: number, target: number): HopReport => ({
  source: `role-${source}`,
  target: `role-${target}`,
  verdict: 'allowed',
  assumptions: [],
  locked: { source: true, target: true },
  reasons: [],
});

/** A graph of so many roles in accounts of ten: each is assumed by one before it, and some by one behind it. */
function graphOf(count: number): { readonly roles: readonly RoleReport[]; readonly hops: readonly HopReport[] } {
  const indices = Array.from({ length: count }, (_, index) => index);
  return {
    roles: indices.map((index) => role(index, index % 7 === 0 ? null : Math.floor(index / 10))),
    hops: [
      ...indices.slice(1).map((index) => hop(Math.floor(index / 3), index)),
      ...indices.filter((index) => index % 5 === 4).map((index) => hop(index, (index * 7) % count)),
    ],
  };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function overlapsIn(boxes: readonly Box[]): number {
  return boxes.reduce((sum, box, index) => sum + boxes.slice(index + 1).filter((each) => overlap(box, each)).length, 0);
}

function isInside(inner: Box, outer: Box): boolean {
  return overlap(inner, outer) && inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
}

function holds({ width, height }: GraphLayout, { x, y, ...size }: Box): boolean {
  return x >= 0 && y >= 0 && x + size.width <= width && y + size.height <= height;
}

describe('the layout of a graph', () => {
  for (const count of [12, 60, 300]) {
    const graph = graphOf(count);
    const layout = layoutGraph(graph);

    it(`of ${count} roles lets no two overlap, and boxes hold their own and no others`, () => {
      assert.equal(overlapsIn(layout.roles), 0);
      assert.equal(overlapsIn(layout.groups), 0);
      assert.ok([...layout.roles, ...layout.groups].every((box) => holds(layout, box)));
      for (const { title, ...box } of layout.groups)
        for (const each of layout.roles)
          assert.equal(isInside(each, box), title === `account ${each.role.account}`, `${each.role.id} in ${title}`);
    });

    it(`of ${count} roles has a line for every hop`, () => {
      assert.equal(layout.hops.length, graph.hops.length);
      assert.ok(layout.hops.every(({ points }) => points.length > 1));
    });
  }

  it('puts a role of a large graph behind those that may assume it, cycles aside', () => {
    const chain = Array.from({ length: 70 }, (_, index) => hop(index, index + 1));
    const roles = Array.from({ length: 71 }, (_, index) => role(index, null));
    const { roles: placed } = layoutGraph({ roles, hops: [...chain, hop(70, 0), hop(3, 3)] });
    const lefts = placed.map(({ x }) => x);
    assert.deepEqual(new Set(lefts).size, 71, 'each role of the chain has a column of its own');
  });

  it('takes less than a second for 300 roles', () => {
    const graph = graphOf(300);
    const started = performance.now();
    layoutGraph(graph);
    assert.ok(performance.now() - started < 1000);
  });
});
