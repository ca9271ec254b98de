import { Disposable, type Event, EventEmitter, type LanguageStatusItem, languages } from 'vscode';
import { commands } from '../../../server/src/protocol/commands.ts';
import type { KnownOrganization, OrganizationStatus } from '../../../server/src/protocol/organization.ts';
import { documentSelector } from '../document-selector.ts';
import { count, describeAge } from './age.ts';
import { describeLoading } from './refresh-organization.ts';

export interface StatusEvents {
  readonly onDidChange: Event<OrganizationStatus>;
}

/** The item of the language status menu that shows the organization that is known, and its age. */
export class OrganizationStatusItem extends Disposable implements StatusEvents {
  readonly #changes = new EventEmitter<OrganizationStatus>();
  readonly onDidChange = this.#changes.event;
  #item: LanguageStatusItem | undefined;

  constructor() {
    super(() => {
      this.#item?.dispose();
      this.#changes.dispose();
    });
  }

  /** Nothing is shown while no organization is known. */
  show(status: OrganizationStatus): void {
    this.#changes.fire(status);
    const newest = status.organizations.toSorted((a, b) => (a.loadedAt < b.loadedAt ? 1 : -1));
    if (newest.length === 0 && status.loading === undefined) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= createItem();
    const { text, detail } = describe(newest, status);
    this.#item.busy = status.loading !== undefined;
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.command = commandFor(status);
    this.#item.accessibilityInformation = { label: `Role Chain: ${text}, ${detail}` };
  }
}

function createItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('rolechain.organization', [...documentSelector]);
  item.name = 'Role Chain: Organization';
  return item;
}

function commandFor({ loading }: OrganizationStatus) {
  if (loading === undefined) return { title: 'Refresh', command: commands.refreshOrganization };
  return { title: 'Stop', command: commands.stopLoading, arguments: [loading.organization] };
}

function describe([newest, ...others]: readonly KnownOrganization[], status: OrganizationStatus) {
  if (status.loading !== undefined)
    return { text: `Organization ${status.loading.organization}`, detail: `loading: ${describeLoading(status)}` };
  if (newest === undefined) return { text: 'Organization', detail: '' };
  const { id, name, loadedAt, accounts, complete, source } = newest;
  const parts = [
    `${source === 'file' ? 'imported' : 'loaded'} ${describeAge(loadedAt, Date.now())}`,
    count(accounts, 'account'),
    complete ? '' : 'not complete',
    others.length > 0 ? `and ${count(others.length, 'other')}` : '',
  ];
  return {
    text: name === id ? `Organization ${id}` : `Organization ${name} (${id})`,
    detail: parts.filter(Boolean).join(', '),
  };
}
