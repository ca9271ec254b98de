import assert from 'node:assert/strict';
import { limitRates } from '../../server/src/aws/rates.ts';
import { createFakeClock } from './support/clock.ts';

describe('the published rates', () => {
  const signal = new AbortController().signal;

  it('let a person make a burst of calls, then so many a second', async () => {
    const clock = createFakeClock();
    const take = limitRates(clock);
    const start = clock.now();
    const times: number[] = [];
    for (let call = 0; call < 13; call++) {
      await take('ListAccountsForParent', 'person', signal);
      times.push(clock.now() - start);
    }
    assert.deepEqual(times, [0, 0, 0, 0, 0, 0, 0, 0, 200, 400, 600, 800, 1000]);
  });

  it('leave some of the burst to a person while the background loads', async () => {
    const clock = createFakeClock();
    const take = limitRates(clock);
    const start = clock.now();
    const times: number[] = [];
    for (let call = 0; call < 6; call++) {
      await take('ListOrganizationalUnitsForParent', 'background', signal);
      times.push(clock.now() - start);
    }
    assert.deepEqual(times, [0, 0, 0, 200, 400, 600]);
    for (let call = 0; call < 5; call++) await take('ListOrganizationalUnitsForParent', 'person', signal);
    assert.equal(clock.now() - start, 600);
  });

  it('hold for each operation alone', async () => {
    const clock = createFakeClock();
    const take = limitRates(clock);
    const start = clock.now();
    for (let call = 0; call < 8; call++) await take('ListOrganizationalUnitsForParent', 'person', signal);
    for (let call = 0; call < 8; call++) await take('ListAccountsForParent', 'person', signal);
    for (let call = 0; call < 2; call++) await take('ListRoots', 'person', signal);
    assert.equal(clock.now(), start);
    await take('ListRoots', 'person', signal);
    assert.equal(clock.now() - start, 1000);
  });

  it('are waited for no longer than wanted', async () => {
    const clock = createFakeClock();
    const take = limitRates(clock);
    const stop = new AbortController();
    await take('ListRoots', 'person', stop.signal);
    await take('ListRoots', 'person', stop.signal);
    clock.begin();
    const waiting = take('ListRoots', 'person', stop.signal);
    stop.abort();
    await assert.rejects(waiting, { name: 'AbortError' });
    assert.equal(clock.sleepers(), 0);
  });
});
