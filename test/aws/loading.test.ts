import assert from 'node:assert/strict';
import { createClients } from '../../server/src/aws/clients.ts';
import { openOrganizations } from '../../server/src/aws/index.ts';
import { createSource } from '../../server/src/aws/source.ts';
import { countAccounts, isComplete, type Organization, walk } from '../../server/src/organization/organization.ts';
import { isOrganizationFailure, type LoadProgress } from '../../server/src/service/organization-source.ts';
import { createFakeClock } from './support/clock.ts';
import { useAws } from './support/environment.ts';
import { exampleOrganization, growOrganization } from './support/organizations.ts';

describe('loading a whole organization', () => {
  const aws = useAws();

  /** A source on a clock on which nobody waits, which the server goes by too. */
  async function openOnClock(clock = createFakeClock()) {
    const clients = await createClients({});
    clients.organizations.middlewareStack.addRelativeTo(
      <Input, Output>(next: (input: Input) => Promise<Output>) =>
        async (input: Input) => {
          clock.begin();
          try {
            return await next(input);
          } finally {
            clock.end();
          }
        },
      { name: 'takesNoTime', relation: 'after', toMiddleware: 'publishedRate' },
    );
    return createSource({}, clients, clock);
  }

  it('has every unit and account of a tree five levels deep', async () => {
    await aws.serve({ emptyPages: true });
    const source = await openOnClock();
    const whole = await source.loadAll(await source.loadFirst());
    assert.deepEqual({ ...whole, loadedAt: '' }, { ...exampleOrganization, loadedAt: '' });
    assert.ok(isComplete(whole));
  });

  it('tells how far it is', async () => {
    await aws.serve();
    const source = await openOnClock();
    const told: LoadProgress[] = [];
    const whole = await source.loadAll(await source.loadFirst(), (progress) => told.push(progress));
    const last = told.at(-1);
    assert.deepEqual(last, { organization: whole, unitsLoaded: 8, unitsKnown: 8, accounts: 7 });
    assert.deepEqual(
      told.map(({ unitsLoaded }) => unitsLoaded),
      told.map(({ unitsLoaded }) => unitsLoaded).sort((a, b) => a - b),
    );
  });

  it('asks for nothing that is there already', async () => {
    const { calls } = await aws.serve();
    const source = await openOnClock();
    const whole = await source.loadAll({ ...exampleOrganization, root: { ...exampleOrganization.root, accounts: [] } });
    assert.deepEqual(calls, []);
    assert.deepEqual(whole.root.accounts, []);
  });

  it('of 500 units keeps under the published rates', async () => {
    const clock = createFakeClock();
    const { calls } = await aws.serve({
      organization: growOrganization({ units: 500, width: 8, accounts: 5 }),
      now: clock.now,
    });
    const source = await openOnClock(clock);
    const whole = await source.loadAll(await source.loadFirst());
    assert.equal([...walk(whole)].length, 501);
    assert.equal(countAccounts(whole.root), 2500);
    for (const operation of ['ListOrganizationalUnitsForParent', 'ListAccountsForParent']) {
      const times = calls.filter((call) => call.operation === operation).map(({ time }) => time);
      assert.ok(times.length >= 500, `${operation}: ${times.length} calls`);
      // Source: AWS Organizations User Guide, "Quotas and service limits": 5 a second, 8 at once.
      const most = Math.max(...times.map((time) => callsBetween(times, time, time + 1_000)));
      assert.ok(most <= 8, `${operation}: ${most} in one second`);
      const mean = times.length / ((Math.max(...times) - Math.min(...times)) / 1_000);
      assert.ok(mean > 4.5 && mean < 5.1, `${operation}: ${mean} a second`);
    }
  }).timeout(20_000);

  it('of 2,000 units and 10,000 accounts stays usable', async () => {
    await aws.serve({ organization: growOrganization({ units: 2000, width: 7, accounts: 5 }) });
    const source = await openOnClock();
    const whole = await source.loadAll(await source.loadFirst());
    assert.equal([...walk(whole)].length, 2001);
    assert.equal(countAccounts(whole.root), 10_000);
  }).timeout(60_000);

  it('goes on after AWS asked to slow down', async () => {
    const { calls } = await aws.serve({
      mishap: ({ operation }, earlier) =>
        operation === 'ListAccountsForParent' && earlier.filter((each) => each.operation === operation).length === 2
          ? { type: 'TooManyRequestsException', message: 'Rate exceeded' }
          : undefined,
    });
    const source = await openOrganizations({});
    const whole = await source.loadAll(await source.loadFirst());
    assert.deepEqual(whole.root, exampleOrganization.root);
    assert.equal(calls.filter(({ operation }) => operation === 'ListAccountsForParent').length, 9);
  }).timeout(20_000);

  for (const [refused, kept] of [
    ['ListAccountsForParent', 'units'],
    ['ListOrganizationalUnitsForParent', 'accounts'],
  ] as const)
    it(`loads the ${kept} where ${refused} is refused`, async () => {
      const { calls } = await aws.serve({
        mishap: ({ operation, input }) =>
          operation === refused && (refused === 'ListAccountsForParent' || input.ParentId !== 'r-ab12')
            ? { type: 'AccessDeniedException', message: `User is not authorized to perform: organizations:${refused}` }
            : undefined,
      });
      const source = await openOnClock();
      let loaded: Organization | undefined;
      const loading = source.loadAll(await source.loadFirst(), ({ organization }) => {
        loaded = organization;
      });
      await assert.rejects(loading, { kind: 'access-denied', action: `organizations:${refused}` });
      assert.ok(loaded);
      const places = [...walk(loaded)].map(({ unit }) => unit);
      if (kept === 'units') assert.equal(places.length, 8);
      assert.ok(places.every((unit) => unit[kept] !== undefined || unit.id !== 'r-ab12'));
      assert.ok(!isComplete(loaded));
      // It is not asked for again and again.
      assert.ok(calls.filter(({ operation }) => operation === refused).length <= 5);
    });

  it('keeps what was loaded when the server dies half way', async () => {
    aws.set({ AWS_MAX_ATTEMPTS: '1' });
    await aws.serve({
      organization: growOrganization({ units: 60, width: 6, accounts: 1 }),
      mishap: (_, earlier) => (earlier.length >= 40 ? 'hang up' : undefined),
    });
    const source = await openOnClock();
    const told: LoadProgress[] = [];
    const loading = source.loadAll(await source.loadFirst(), (progress) => told.push(progress));
    await assert.rejects(loading, (error) => isOrganizationFailure(error) && error.kind === 'network');
    const count = told.length;
    const kept = told.at(-1);
    assert.ok(kept && kept.unitsLoaded >= 10 && kept.unitsLoaded < 61, `${kept?.unitsLoaded} units`);
    assert.equal([...walk(kept.organization)].length, kept.unitsKnown);
    assert.equal(told.length, count);
  });

  it('goes on with what is missing', async () => {
    aws.set({ AWS_MAX_ATTEMPTS: '1' });
    const organization = growOrganization({ units: 60, width: 6, accounts: 1 });
    let isDead = true;
    const { calls } = await aws.serve({
      organization,
      mishap: (_, earlier) => (isDead && earlier.length >= 40 ? 'hang up' : undefined),
    });
    const source = await openOnClock();
    let loaded = await source.loadFirst();
    await assert.rejects(
      source.loadAll(loaded, (progress) => {
        loaded = progress.organization;
      }),
    );
    isDead = false;
    const before = calls.length;
    const whole = await source.loadAll(loaded);
    assert.ok(isComplete(whole));
    assert.deepEqual(ids(whole), ids(organization));
    assert.ok(calls.length - before < 100, `${calls.length - before} calls`);
  });

  it('ends at once when it is cancelled, though the server hangs', async () => {
    const server = await aws.serve({ mishap: (_, earlier) => (earlier.length >= 5 ? 'hang' : undefined) });
    const source = await openOrganizations({});
    const stop = new AbortController();
    const loading = source.loadAll(await source.loadFirst(), undefined, stop.signal);
    await server.received(7);
    stop.abort();
    await assert.rejects(loading, { kind: 'cancelled', message: 'Cancelled.' });
  });

  it('ends while it waits for its turn', async () => {
    const clock = createFakeClock();
    await aws.serve({ organization: growOrganization({ units: 200, width: 200, accounts: 0 }) });
    const stop = new AbortController();
    const source = await openOnClock(clock);
    const loading = source.loadAll(
      await source.loadFirst(),
      ({ unitsLoaded }) => {
        if (unitsLoaded >= 20) stop.abort();
      },
      stop.signal,
    );
    await assert.rejects(loading, { kind: 'cancelled' });
    assert.equal(clock.sleepers(), 0);
  });
});

function callsBetween(times: readonly number[], from: number, to: number): number {
  return times.filter((time) => time >= from && time < to).length;
}

function ids(organization: Organization): readonly string[] {
  return [...walk(organization)].flatMap(({ unit }) => [unit.id, ...(unit.accounts ?? []).map(({ id }) => id)]).sort();
}
