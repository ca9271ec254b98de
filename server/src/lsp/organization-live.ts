import { findUnit, type Organization, type Unit } from '../organization/organization.ts';
import { withUnits } from '../organization/organization-merge.ts';
import type { LoadProgress, OrganizationsSource } from '../service/organization-source.ts';
import { orAbort } from './organization-abort.ts';

export interface LiveHooks {
  /** The first level is whole. */
  readonly onFirst: (organization: Organization) => void;
  readonly onProgress: (progress: LoadProgress) => void;
  /** Nothing more will be loaded; the failure if there was one, and all that was loaded all the same. */
  readonly onEnd: (organization: Organization, failure: unknown) => void;
}

/** An organization while it is loaded: the levels that a person walks at once, the rest in the background. */
export class LiveOrganization {
  readonly #source: OrganizationsSource;
  readonly #hooks: LiveHooks;
  readonly #stopped = new AbortController();
  /** What was loaded because a person went there: the background may not have come that far. */
  readonly #walked = new Map<string, readonly Unit[]>();
  readonly #first: Promise<Organization>;
  readonly #all: Promise<Organization>;
  #organization: Organization;
  #isPartial = true;
  #callerAccount: Promise<string | undefined> | undefined;

  private constructor(source: OrganizationsSource, hooks: LiveHooks, page: Organization, first: Promise<Organization>) {
    this.#source = source;
    this.#hooks = hooks;
    this.#organization = page;
    this.#first = first;
    this.#all = first.then((organization) => this.#loadRest(organization));
    // Who waits for it is told; that nobody does is no error.
    this.#all.catch(() => {});
  }

  /** Resolves with the first page of the first level; the signal ends the wait for it. */
  static open(source: OrganizationsSource, hooks: LiveHooks, signal: AbortSignal): Promise<LiveOrganization> {
    return new Promise((resolve, reject) => {
      let live: LiveOrganization | undefined;
      const begin = (page: Organization) => {
        live ??= new LiveOrganization(source, hooks, page, first);
        resolve(live);
      };
      const first: Promise<Organization> = source.loadFirst((page) => begin(page), signal);
      first.then(begin, reject);
    });
  }

  /** As far as it is loaded. */
  get organization(): Organization {
    return this.#organization;
  }

  /** Only the first page of the first level is there yet. */
  get isPartial(): boolean {
    return this.#isPartial;
  }

  /** Makes sure that what is directly in a unit is loaded; passes over a unit that is not there. */
  async enter(unitId: string, signal: AbortSignal): Promise<Organization> {
    await orAbort(this.#first, signal);
    const place = findUnit(this.#organization, unitId);
    if (place === undefined || place.unit.units !== undefined) return this.#organization;
    const units = await this.#source.loadUnits(unitId, signal);
    this.#walked.set(unitId, units);
    this.#organization = withUnits(this.#organization, unitId, units);
    return this.#organization;
  }

  /** The whole organization, when it is loaded. */
  whole(signal: AbortSignal): Promise<Organization> {
    return orAbort(this.#all, signal);
  }

  /** The account that the credentials belong to; undefined where that is not known. */
  callerAccount(signal: AbortSignal): Promise<string | undefined> {
    this.#callerAccount ??= this.#source.describe(this.#stopped.signal).then(
      ({ callerAccount }) => callerAccount,
      () => undefined,
    );
    return orAbort(this.#callerAccount, signal);
  }

  /** Ends what is under way. What is loaded stays. */
  stop(): void {
    this.#stopped.abort();
  }

  async #loadRest(first: Organization): Promise<Organization> {
    this.#organization = first;
    this.#isPartial = false;
    this.#hooks.onFirst(first);
    try {
      this.#organization = await this.#source.loadAll(first, (progress) => this.#grow(progress), this.#stopped.signal);
      this.#hooks.onEnd(this.#organization, undefined);
      return this.#organization;
    } catch (error) {
      this.#hooks.onEnd(this.#organization, error);
      throw error;
    }
  }

  #grow(progress: LoadProgress): void {
    let { organization } = progress;
    for (const [id, units] of this.#walked) {
      if (findUnit(organization, id)?.unit.units === undefined) organization = withUnits(organization, id, units);
      else this.#walked.delete(id);
    }
    this.#organization = organization;
    this.#hooks.onProgress(progress);
  }
}
