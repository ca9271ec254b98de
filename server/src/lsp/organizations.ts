import type { Organization } from '../organization/organization.ts';
import type { LoadingStatus } from '../protocol/organization.ts';
import type { LoadProgress, OpenOptions, OrganizationsAccess } from '../service/organization-source.ts';
import type { OrganizationStore } from '../service/organization-store.ts';
import { LiveOrganization } from './organization-live.ts';

export interface OrganizationsOptions {
  /** Loads the AWS SDK, so it is called with the first question to AWS. */
  readonly loadAccess: () => Promise<OrganizationsAccess>;
  readonly openStore: () => Promise<OrganizationStore>;
  readonly askMfaCode?: OpenOptions['askMfaCode'];
  /** Organizations became known or were forgotten. */
  readonly onChange: () => void;
  /** More of one is loaded, or its loading has ended. */
  readonly onProgress: () => void;
  /** Something failed that nobody waits for. */
  readonly onError: (error: unknown) => void;
}

/** The organizations that this server knows: those that are kept, and those that are being loaded. */
export class Organizations {
  readonly #options: OrganizationsOptions;
  readonly #opening: Promise<OrganizationStore>;
  readonly #live = new Map<string, LiveOrganization>();
  #store: OrganizationStore | undefined;
  #access: Promise<OrganizationsAccess> | undefined;
  #loading: LoadingStatus | undefined;
  /** One after the other: what is loaded later must not be overwritten. */
  #saving: Promise<void> = Promise.resolve();

  constructor(options: OrganizationsOptions) {
    this.#options = options;
    this.#opening = options.openStore().then((store) => {
      this.#store = store;
      if (store.known().length > 0) options.onChange();
      return store;
    });
    this.#opening.catch(options.onError);
  }

  /** Those that are kept, as far as they are read yet. The same array until something changes. */
  known(): readonly Organization[] {
    return this.#store?.known() ?? nothing;
  }

  /** Those that are kept, once they are read. */
  async all(): Promise<readonly Organization[]> {
    return (await this.#opening).known();
  }

  /** What is loading at this moment. */
  loading(): LoadingStatus | undefined {
    return this.#loading;
  }

  async listProfiles(): Promise<readonly string[]> {
    return (await this.#loadAccess()).listProfiles();
  }

  /** Asks AWS; resolves with the first level, and goes on loading. Rejects with an `OrganizationFailure`. */
  async open(profile: string | undefined, signal: AbortSignal): Promise<LiveOrganization> {
    const { askMfaCode } = this.#options;
    const { openOrganizations } = await this.#loadAccess();
    const source = await openOrganizations({
      ...(profile !== undefined && { profile }),
      ...(askMfaCode && { askMfaCode }),
    });
    const hooks = {
      onFirst: (organization: Organization) => this.#keep(organization),
      onProgress: (progress: LoadProgress) => this.#tell(progress),
      onEnd: (organization: Organization, failure: unknown) => this.#end(organization, failure),
    };
    const live = await LiveOrganization.open(source, hooks, signal);
    const { id } = live.organization;
    this.#live.get(id)?.stop();
    this.#live.set(id, live);
    return live;
  }

  /** The organization as it is being loaded, if it is or was in this session. */
  live(id: string): LiveOrganization | undefined {
    return this.#live.get(id);
  }

  /** What is kept of an organization. */
  async kept(id: string): Promise<Organization | undefined> {
    return (await this.#opening).find(id);
  }

  async importText(text: string) {
    const reading = await (await this.#opening).importText(text);
    if (reading.organization !== undefined) this.#drop(reading.organization.id);
    this.#options.onChange();
    return reading;
  }

  async forget(id: string): Promise<void> {
    this.#drop(id);
    await (await this.#opening).forget(id);
    this.#options.onChange();
  }

  /** Ends the loading of an organization. What is loaded stays. */
  stop(id: string): void {
    this.#live.get(id)?.stop();
  }

  /** Resolves when all that was loaded is kept. */
  async dispose(): Promise<void> {
    for (const live of this.#live.values()) live.stop();
    await this.#saving;
  }

  #drop(id: string): void {
    this.#live.get(id)?.stop();
    this.#live.delete(id);
    if (this.#loading?.organization === id) this.#loading = undefined;
  }

  #loadAccess(): Promise<OrganizationsAccess> {
    this.#access ??= this.#options.loadAccess();
    return this.#access;
  }

  #tell({ organization, unitsLoaded, unitsKnown, accounts }: LoadProgress): void {
    this.#loading = { organization: organization.id, unitsLoaded, unitsKnown, accounts };
    this.#options.onProgress();
  }

  #end(organization: Organization, failure: unknown): void {
    if (this.#loading?.organization === organization.id) this.#loading = undefined;
    if (failure !== undefined) this.#options.onError(failure);
    // Not what was forgotten or opened anew meanwhile.
    if (this.#live.get(organization.id)?.organization === organization) this.#keep(organization);
    this.#options.onProgress();
  }

  #keep(organization: Organization): void {
    const save = async () => {
      const store = await this.#opening;
      await store.save(organization);
      this.#options.onChange();
    };
    this.#saving = this.#saving.then(save).catch(this.#options.onError);
  }
}

const nothing: readonly Organization[] = [];
