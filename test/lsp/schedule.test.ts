import assert from 'node:assert/strict';
import { Schedule } from '../../server/src/lsp/schedule.ts';

/** Resolves with the key of the round that is started next. */
function scheduleOf(isAnswering: () => boolean) {
  const started: string[] = [];
  const waiting: (() => void)[] = [];
  const schedule = new Schedule(async (key) => {
    started.push(key);
    for (const go of waiting.splice(0)) go();
  }, isAnswering);
  const next = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { schedule, started, next };
}

describe('the schedule of checks', () => {
  it('makes one round of a burst of changes', async () => {
    const { schedule, started, next } = scheduleOf(() => false);
    for (let key = 0; key < 3; key++) schedule.request('a');
    schedule.request('b');
    await next();
    await next();
    assert.deepEqual(started, ['a', 'b']);
  });

  it('answers a request before it checks', async () => {
    let looks = 0;
    const { schedule, started, next } = scheduleOf(() => {
      looks++;
      assert.deepEqual(started, []);
      return looks < 5;
    });
    schedule.request('a');
    await next();
    assert.ok(looks > 5, `${looks}`);
  });

  it('checks although a request is not answered', async () => {
    const { schedule, started, next } = scheduleOf(() => true);
    schedule.request('a');
    await next();
    assert.deepEqual(started, ['a']);
  });

  it('is pending from a request until its round is done', async () => {
    let tellStarted = () => {};
    let finish = () => {};
    const started = new Promise<void>((resolve) => {
      tellStarted = resolve;
    });
    const round = () =>
      new Promise<void>((resolve) => {
        finish = resolve;
        tellStarted();
      });
    const schedule = new Schedule(round, () => false);
    assert.equal(schedule.isPending(), false);
    schedule.request('a');
    assert.equal(schedule.isPending(), true);
    await started;
    assert.equal(schedule.isPending(), true);
    finish();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(schedule.isPending(), false);
    schedule.request('a');
    schedule.forget('a');
    assert.equal(schedule.isPending(), false);
  });

  it('starts nothing for what is forgotten', async () => {
    const { schedule, started, next } = scheduleOf(() => false);
    schedule.request('a');
    schedule.forget('a');
    schedule.request('b');
    await next();
    assert.deepEqual(started, ['b']);
  });
});
