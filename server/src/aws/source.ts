import type { OpenOptions, OrganizationsSource } from '../service/organization-source.ts';
import { createCalls } from './calls.ts';
import { anyOf } from './cancel.ts';
import { type Clients, createClients } from './clients.ts';
import { type Clock, systemClock } from './clock.ts';
import { findPath } from './find-path.ts';
import { loadAll } from './load-all.ts';
import { loadFirst } from './load-first.ts';
import type { How } from './paced.ts';
import { createQuestions } from './questions.ts';
import { limitRates, type Urgency } from './rates.ts';

/** Opens the organization that a profile leads to. Nothing is asked of AWS before the first call. */
export async function openOrganizations(options: OpenOptions): Promise<OrganizationsSource> {
  return createSource(options, await createClients(options), systemClock);
}

/** The source over clients and a clock that are given. */
export function createSource(options: OpenOptions, clients: Clients, clock: Clock): OrganizationsSource {
  const questions = createQuestions(createCalls(clients, limitRates(clock)), options.profile);
  const asked = (urgency: Urgency, signal?: AbortSignal): How => ({ urgency, signal: anyOf(options.signal, signal) });
  return {
    describe: async (signal) => {
      const how = asked('person', signal);
      const [identity, callerAccount] = await Promise.all([questions.identify(how), questions.findCaller(how)]);
      const { partition, ...organization } = identity;
      return { organization, partition, ...(callerAccount !== undefined && { callerAccount }) };
    },
    loadFirst: (onFirst, signal) => {
      const loadedAt = new Date(clock.now()).toISOString();
      return loadFirst(questions, asked('person', signal), loadedAt, onFirst);
    },
    loadUnits: (unitId, signal) => questions.loadUnits(unitId, asked('person', signal)),
    loadAccounts: (unitId, signal) => questions.loadAccounts(unitId, asked('person', signal)),
    findPath: (unitId, signal) => findPath(unitId, questions, asked('person', signal)),
    loadAll: (start, onProgress = () => {}, signal) =>
      loadAll(start, {
        loadUnits: (id, stopped) => questions.loadUnits(id, asked('background', stopped)),
        loadAccounts: (id, stopped) => questions.loadAccounts(id, asked('background', stopped)),
        onProgress,
        signal: asked('background', signal).signal,
      }),
  };
}
