import assert from 'node:assert/strict';
import { renderDot } from '../../server/src/export/graph-dot.ts';
import { layoutGraph } from '../../server/src/export/graph-layout.ts';
import { renderMermaid } from '../../server/src/export/graph-mermaid.ts';
import type { GraphReport, HopReport, RoleReport } from '../../server/src/export/graph-report.ts';
import { renderSvg } from '../../server/src/export/graph-svg.ts';
import { renderGraphText } from '../../server/src/export/graph-text.ts';

function role(id: string, more: Partial<RoleReport> = {}): RoleReport {
  return { id, name: id, path: '/', account: null, deployment: null, kind: 'role', file: null, range: null, ...more };
}

function hop(source: string, target: string, more: Partial<HopReport> = {}): HopReport {
  const locked = { source: true, target: true };
  return { source, target, verdict: 'allowed', assumptions: [], locked, reasons: [], ...more };
}

function graph(roles: readonly RoleReport[], hops: readonly HopReport[]): GraphReport {
  return { version: 1, closedWorld: 'All is said.', roles, hops };
}

const hostile = `<img src=x onerror="alert('1')">]--> "quoted" \\ & \u202e\u0007`;
const evil = graph([role(hostile, { account: hostile }), role('b')], [hop(hostile, 'b', { assumptions: [hostile] })]);

describe('pictures of a graph', () => {
  it('tell states apart in words, as text', () => {
    const roles = [role('a'), role('b', { path: '/Deploy/' }), role('c')];
    const hops = [
      hop('a', 'b'),
      hop('b', 'c', { locked: { source: true, target: false }, assumptions: ['`x` is `y`'] }),
      hop('c', 'a', {
        verdict: 'blocked',
        reasons: [{ side: 'target', effect: 'none', message: 'Nobody lets it.', file: null, range: null }],
      }),
    ];
    assert.equal(
      renderGraphText(graph(roles, hops)),
      [
        'a -> /Deploy/b: locked',
        '/Deploy/b -> c: open, if',
        '    if `x` is `y`',
        'c -> a: blocked',
        '    Nobody lets it.',
        '',
        'All is said.',
        '',
      ].join('\n'),
    );
  });

  it('hold every name as text: nothing of it is markup', () => {
    const svg = renderSvg(evil);
    assert.ok(!svg.includes('<img') && !svg.includes('onerror="'), svg);
    assert.match(svg, /&#60;img src=x onerror=/);
    const mermaid = renderMermaid(evil).split('\n');
    assert.deepEqual(mermaid.slice(1, 3), [
      '  subgraph g0["account #60;img src=x onerror=#34;alert(\'1\')#34;#62;]--#62; #34;quoted#34; #92; #38; #8238;#7;"]',
      '    n0["#60;img src=x onerror=#34;alert(\'1\')#34;#62;]--#62; #34;quoted#34; #92; #38; #8238;#7;"]',
    ]);
    const dot = renderDot(evil);
    assert.match(dot, /label="account <img src=x onerror=\\"alert\('1'\)\\">\]--> \\"quoted\\" \\\\ & {3}";/);
  });

  it('lay out every role and hop, those of one account in one box', () => {
    const roles = [role('a', { account: '1' }), role('b', { account: '1' }), role('c', { account: '2' })];
    const { groups, roles: drawn, hops } = layoutGraph(graph(roles, [hop('a', 'b'), hop('b', 'c'), hop('c', 'c')]));
    assert.deepEqual(
      groups.map(({ title }) => title),
      ['account 1', 'account 2'],
    );
    const [first] = groups;
    for (const each of drawn.slice(0, 2)) {
      assert.ok(
        first && each.x >= first.x && each.x + each.width <= first.x + first.width,
        'inside, from left to right',
      );
      assert.ok(first && each.y >= first.y && each.y + each.height <= first.y + first.height, 'inside, from above');
    }
    assert.ok(hops.every(({ points }) => points.length >= 2));
  });

  it('draw a graph in which the layout of boxes fails without boxes', () => {
    const roles = Array.from({ length: 400 }, (_, index) => role(`r${index}`, { account: `${index % 10}` }));
    const hops = roles.map(({ id }, index) => hop(id, `r${(index * 7) % 400}`));
    const drawn = layoutGraph(graph(roles, hops));
    assert.equal(drawn.roles.length, 400);
    assert.ok(drawn.roles.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
  });
});
