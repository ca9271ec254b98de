import assert from 'node:assert/strict';
import type { Steps } from '../../server/src/base/steps.ts';
import type { Graph } from '../../server/src/chain/graph.ts';
import { GraphWork } from '../../server/src/lsp/graph-work.ts';
import { slice, workInSlices } from '../../server/src/lsp/slices.ts';
import { emptyGraph } from './support/empty-graph.ts';

const never = () => false;
const always = () => true;

describe('work in slices', () => {
  it('lets others have their turn once its time is over, at most a step later', async () => {
    let now = 0;
    let steps = 0;
    const perTurn: number[] = [];
    let isOver = false;
    const look = () => {
      perTurn.push(steps);
      steps = 0;
      if (!isOver) setImmediate(look);
    };
    setImmediate(look);
    const cost = 3;
    const worked = await workInSlices(
      count(20, () => {
        now += cost;
        steps++;
      }),
      {
        isCurrent: always,
        isAnswering: never,
        now: () => now,
      },
    );
    isOver = true;
    look();
    assert.deepEqual(worked, { result: 20, took: 20 * cost });
    const slices = perTurn.filter((each) => each > 0);
    assert.equal(
      slices.reduce((one, two) => one + two),
      20,
    );
    for (const each of slices) assert.ok((each - 1) * cost < slice, `${perTurn}`);
  });

  it('takes no step while something is answered that does not wait itself', async () => {
    let looks = 0;
    let steps = 0;
    const isAnswering = () => {
      assert.equal(steps, 0);
      looks++;
      return looks < 5;
    };
    assert.equal(
      (
        await workInSlices(
          count(1, () => steps++),
          { isCurrent: always, isAnswering },
        )
      )?.result,
      1,
    );
    assert.ok(looks > 5, `${looks}`);
    assert.equal((await workInSlices(count(3), { isCurrent: always, isAnswering: always }))?.result, 3);
  });

  it('stops as soon as its result is not wanted any more', async () => {
    let now = 0;
    let steps = 0;
    const work = workInSlices(
      count(100, () => {
        now += slice;
        steps++;
      }),
      { isCurrent: () => steps < 3, isAnswering: never, now: () => now },
    );
    assert.equal(await work, undefined);
    assert.equal(steps, 3);
  });

  it('throws what a step throws', async () => {
    const broken = count(2, () => {
      throw new Error('broken');
    });
    await assert.rejects(workInSlices(broken, { isCurrent: always, isAnswering: never }), /broken/);
  });
});

describe('work on the graph', () => {
  /** A workspace whose graph takes steps, each of which may do something to it. */
  function workspaceOf(steps: number, onStep: (step: number) => void = () => {}) {
    const state = { revision: 0, built: 0, graph: undefined as Graph | undefined };
    const chains = {
      get revision() {
        return state.revision;
      },
      graphIfCurrent: () => state.graph,
      *graphInSteps(): Steps<Graph> {
        state.built++;
        const { revision } = state;
        for (let step = 0; step < steps; step++) {
          onStep(step);
          yield;
        }
        const graph = { ...emptyGraph };
        if (revision === state.revision) state.graph = graph;
        return graph;
      },
      *refreshInSteps(): Steps<readonly string[] | undefined> {
        yield;
        return ['a'];
      },
    };
    const change = () => {
      state.revision++;
      state.graph = undefined;
    };
    return { state, change, work: new GraphWork(chains, never) };
  }

  it('is done once for all who ask', async () => {
    const { state, work } = workspaceOf(3);
    const [one, other] = await Promise.all([work.graph(always), work.graph(always)]);
    assert.ok(one !== undefined && one === other);
    assert.equal(state.built, 1);
    assert.equal(await work.graph(always), one);
    assert.equal(state.built, 1);
  });

  it('begins anew when something changes under way', async () => {
    const { state, change, work } = workspaceOf(3, (step) => {
      if (step === 1 && state.built < 3) change();
    });
    assert.equal(await work.graph(always), state.graph);
    assert.ok(state.graph !== undefined);
    assert.equal(state.built, 3);
  });

  it('gives way to what is pending', async () => {
    const { state, work } = workspaceOf(3);
    let looks = 0;
    work.giveWayTo(() => {
      assert.equal(state.graph, undefined);
      looks++;
      return looks < 5;
    });
    await work.graph(always);
    assert.ok(state.graph !== undefined && looks > 5, `${looks}`);
  });

  it('ends for one who does not wait any more, not for the others', async () => {
    const { state, work } = workspaceOf(3);
    let isWanted = true;
    const [one, other] = [work.graph(() => isWanted), work.graph(always)];
    isWanted = false;
    assert.equal(await other, state.graph);
    assert.equal(await work.refresh(never), undefined);
    assert.equal(await one, undefined);
  });

  it('costs its round alone when it throws', async () => {
    let isBroken = true;
    const { work, state } = workspaceOf(2, () => {
      if (isBroken) throw new Error('broken');
    });
    await assert.rejects(work.refresh(always), /broken/);
    isBroken = false;
    assert.deepEqual((await work.refresh(always))?.result, ['a']);
    assert.equal(state.built, 2);
  });
});

function* count(to: number, step: () => unknown = () => {}): Steps<number> {
  for (let number = 0; number < to; number++) {
    step();
    yield;
  }
  return to;
}
