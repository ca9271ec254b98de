import { severities } from '../lint/finding.ts';
import { defaultMaxAgeDays } from '../lint/known-organizations.ts';
import type { RuleSettings } from '../lint/run.ts';
import { isRecord } from './record.ts';

/** The part of the editor's settings that the server heeds. */
export interface Settings {
  readonly rules: RuleSettings;
  readonly inlayHints: InlayHintSettings;
  /** Actions, keys and services link to their pages. */
  readonly documentLinks: boolean;
  /** What a role may be assumed by, and may assume, is shown over it. */
  readonly codeLens: boolean;
  /** How old what is known of an organization may be for findings to rest on it, in days. */
  readonly maxAgeDays: number;
}

/** What is shown in a text without being part of it. */
export interface InlayHintSettings {
  /** Behind organization paths. */
  readonly organizationNames: boolean;
  /** How many actions a wildcard covers. */
  readonly wildcardActions: boolean;
  readonly accountNames: boolean;
  /** Of the expressions of a template. */
  readonly resolvedValues: boolean;
}

/** Asks the editor for the section `rolechain` as it is for one document. */
export type PullSettings = (uri: string) => Promise<unknown>;

/** The section's name in every editor. */
export const settingsSection = 'rolechain';

/**
 * The settings by document. An editor that can be asked is asked once for each document until they change; another one
 * sends them by itself.
 */
export class SettingsStore {
  readonly #pull: PullSettings | undefined;
  readonly #onError: (error: unknown) => void;
  readonly #pulled = new Map<string, Promise<Settings>>();
  #pushed: Settings;

  constructor(initial: unknown, pull: PullSettings | undefined, onError: (error: unknown) => void) {
    this.#pushed = readSettings(initial);
    this.#pull = pull;
    this.#onError = onError;
  }

  /** Never rejects: an editor that does not answer gets what it said at the start, or the defaults. */
  of(uri: string): Promise<Settings> {
    const pull = this.#pull;
    if (pull === undefined) return Promise.resolve(this.#pushed);
    const known = this.#pulled.get(uri);
    if (known !== undefined) return known;
    // Nothing is the answer of an editor that was given no settings but those of the start.
    const asked = pull(uri).then(
      (section) => (isRecord(section) ? readSettings(section) : this.#pushed),
      (error) => {
        this.#onError(error);
        return this.#pushed;
      },
    );
    this.#pulled.set(uri, asked);
    return asked;
  }

  /** `payload` is what `workspace/didChangeConfiguration` carries: an editor that is asked may leave it empty. */
  change(payload: unknown): void {
    this.#pulled.clear();
    if (isRecord(payload)) this.#pushed = readSettings(payload[settingsSection] ?? payload);
  }

  forget(uri: string): void {
    this.#pulled.delete(uri);
  }
}

function readSettings(section: unknown): Settings {
  const { rules, inlayHints, codeLens, documentLinks, organization } = isRecord(section) ? section : {};
  const { maxAgeDays } = isRecord(organization) ? organization : {};
  return {
    rules: isRecord(rules) ? Object.fromEntries(Object.entries(rules).filter(isRuleSetting)) : {},
    inlayHints: readInlayHints(isRecord(inlayHints) ? inlayHints : {}),
    documentLinks: documentLinks !== false,
    codeLens: codeLens !== false,
    maxAgeDays: typeof maxAgeDays === 'number' && maxAgeDays >= 0 ? maxAgeDays : defaultMaxAgeDays,
  };
}

function readInlayHints(section: Readonly<Record<string, unknown>>): InlayHintSettings {
  const { organizationNames, wildcardActions, accountNames, resolvedValues } = section;
  return {
    organizationNames: organizationNames !== false,
    wildcardActions: wildcardActions !== false,
    accountNames: accountNames !== false,
    resolvedValues: resolvedValues === true,
  };
}

function isRuleSetting(entry: [string, unknown]): entry is [string, RuleSettings[string]] {
  const [, value] = entry;
  return value === 'off' || severities.some((severity) => severity === value);
}
