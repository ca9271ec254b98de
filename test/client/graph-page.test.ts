import assert from 'node:assert/strict';
import { nearestInDirection } from '../../client/src/graph/webview/nearest.ts';
import { sayProblem } from '../../client/src/graph/webview/problems.ts';
import { parentKey, treeItems } from '../../client/src/graph/webview/tree-items.ts';
import { firstView, fitView, revealBox, zoomView } from '../../client/src/graph/webview/view.ts';
import {
  codeParts,
  findRoles,
  hopKey,
  hopSentence,
  labelsOf,
  roleSentence,
} from '../../client/src/graph/webview/words.ts';
import type { PictureHop, PictureRole } from '../../server/src/protocol/graph.ts';

const role = (id: string, x = 0, y = 0): PictureRole => ({
  id,
  label: `/path/${id}`,
  kind: 'role',
  group: 'account 111122223333',
  isFocus: false,
  place: null,
  x,
  y,
  width: 100,
  height: 40,
});

const hop = (source: string, target: string, state: PictureHop['state'] = 'locked'): PictureHop => ({
  source,
  target,
  state,
  word: state,
  assumptions: [],
  locked: { source: null, target: true },
  reasons: [],
  place: null,
  path: '',
  label: { x: 0, y: 0 },
});

describe('the page of the graph', () => {
  describe('its tree', () => {
    const picture = {
      roles: [role('a'), role('b'), role('c')],
      hops: [hop('a', 'b'), hop('b', 'c', 'blocked'), hop('b', 'a')],
    };
    const rows = (...expanded: readonly string[]) =>
      treeItems(picture, new Set(expanded)).map(
        ({ key, level, position, size, isExpanded }) =>
          `${key.replaceAll('\n', '>')} level ${level}, ${position} of ${size}, ${isExpanded ?? 'leaf'}`,
      );

    it('lists every role, those with hops ready to be opened', () => {
      assert.deepEqual(rows(), ['a level 1, 1 of 3, false', 'b level 1, 2 of 3, false', 'c level 1, 3 of 3, leaf']);
    });

    it('opens level after level, and ends at what is blocked and at what stands above', () => {
      assert.deepEqual(rows('a', 'a\nb', 'a\nb\na'), [
        'a level 1, 1 of 3, true',
        'a>b level 2, 1 of 1, true',
        'a>b>c level 3, 1 of 2, leaf',
        'a>b>a level 3, 2 of 2, leaf',
        'b level 1, 2 of 3, false',
        'c level 1, 3 of 3, leaf',
      ]);
      const repeated = treeItems(picture, new Set(['a', 'a\nb'])).filter(({ isRepeated }) => isRepeated);
      assert.deepEqual(
        repeated.map(({ key }) => key),
        ['a\nb\na'],
      );
    });

    it('knows what is above a row', () => {
      assert.equal(parentKey('a\nb'), 'a');
      assert.equal(parentKey('a'), undefined);
    });
  });

  describe('its view', () => {
    const canvas = { width: 800, height: 600 };

    it('shows all of a picture in the middle, and a small one not too large', () => {
      const view = fitView({ width: 1600, height: 600 }, canvas);
      assert.deepEqual([view.scale, view.x], [0.48, 16]);
      assert.equal(fitView({ width: 10, height: 10 }, canvas).scale, 1.5);
    });

    it('begins readable, with the role in sight', () => {
      const at = { x: 9000, y: 100, width: 100, height: 40 };
      const view = firstView({ width: 10_000, height: 300 }, canvas, at);
      assert.ok(Math.abs(view.scale - 0.45) < 1e-9, 'letters are of a size to read');
      const left = view.x + at.x * view.scale;
      assert.ok(left >= 0 && left + at.width * view.scale <= canvas.width);
    });

    it('keeps the point under the pointer while it grows, and stops at its ends', () => {
      const at = { x: 200, y: 100 };
      const view = zoomView({ x: 0, y: 0, scale: 1 }, 2, at);
      assert.deepEqual([view.x + view.scale * 200, view.y + view.scale * 100], [200, 100]);
      assert.equal(zoomView(view, 1000, at).scale, 4);
      assert.equal(zoomView(view, 0.0001, at).scale, 0.05);
    });

    it('moves only for what is out of sight', () => {
      const view = { x: 0, y: 0, scale: 1 };
      assert.deepEqual(revealBox(view, { x: 100, y: 100, width: 50, height: 20 }, canvas), view);
      assert.deepEqual(revealBox(view, { x: 900, y: -30, width: 50, height: 20 }, canvas), {
        x: -174,
        y: 54,
        scale: 1,
      });
    });
  });

  it('goes to the nearest role in a direction, rather straight than aside', () => {
    const [a, b, c, d] = [role('a'), role('b', 200, 10), role('c', 150, 300), role('d', 0, 90)];
    const all = [a, b, c, d];
    assert.equal(nearestInDirection(all, a, 'right')?.id, 'b');
    assert.equal(nearestInDirection(all, a, 'down')?.id, 'd');
    assert.equal(nearestInDirection(all, b, 'left')?.id, 'a');
    assert.equal(nearestInDirection(all, a, 'up'), undefined);
  });

  it('says in words what is drawn', () => {
    const label = labelsOf({ roles: [role('a'), role('b')] });
    assert.equal(hopSentence(hop('a', 'b'), label), '/path/a to /path/b: locked. Target side: locked');
    assert.equal(roleSentence(role('a'), 1, 0), '/path/a, role, account 111122223333. May assume: 1. Assumed by: 0');
    assert.notEqual(hopKey(hop('a', 'b')), hopKey(hop('b', 'a')));
  });

  it('tells code from text in sentences', () => {
    assert.deepEqual(codeParts('`a` is <b>'), [
      { text: 'a', isCode: true },
      { text: ' is <b>', isCode: false },
    ]);
  });

  it('finds roles by a part of name, id or account', () => {
    const picture = { roles: [role('Deploy'), role('Admin')] };
    assert.deepEqual(findRoles(picture, 'dep'), ['Deploy']);
    assert.deepEqual(findRoles(picture, '1111'), ['Deploy', 'Admin']);
    assert.deepEqual(findRoles(picture, ' '), []);
  });

  it('says what to do where a graph is too large', () => {
    const sentence = sayProblem({ type: 'too-large', roles: 800, hops: 900 });
    assert.match(sentence, /^800 roles with 900 hops are too many/);
    assert.match(sentence, /Only These/);
  });
});
