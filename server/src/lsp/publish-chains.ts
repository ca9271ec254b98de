import type { RuleSettings } from '../lint/run.ts';
import { graphChangedNotification } from '../protocol/graph.ts';
import { rules } from '../rules/index.ts';
import type { Analysis } from '../service/analysis.ts';
import { analysisOptions } from '../service/configurations.ts';
import { createDiagnostics } from './diagnostics.ts';
import { Schedule } from './schedule.ts';
import type { Session } from './session.ts';

const workspaceRules = new Set(rules.filter(({ check }) => check.scope === 'workspace').map(({ id }) => id));

/**
 * Publishes what is found between files. Open documents are checked as a whole by `recheck`; of the others, only what
 * is found between files is shown.
 */
export class ChainPublisher {
  readonly #session: Session;
  readonly #schedule: Schedule;
  /** Paths of files that are not open and have something published. */
  readonly #shown = new Set<string>();

  constructor(session: Session, recheck: (uri: string) => void, onChange: () => void) {
    this.#session = session;
    this.#schedule = new Schedule(
      (key, isCurrent) =>
        session.guard.run('looking between files', async () => {
          const refreshed = await session.graphWork.refresh(isCurrent);
          // A newer round is under way.
          if (refreshed === undefined) return;
          if (session.client.options.graph === true) void session.connection.sendNotification(graphChangedNotification);
          this.#schedule.took(key, refreshed.took);
          onChange();
          for (const path of refreshed.result) {
            if (session.chains.isOpen(path)) recheck(session.chains.uriOf(path));
            else await this.#publishClosed(path);
          }
        }),
      session.guard.isAnswering,
    );
  }

  /** To be called when the graph may have changed. */
  request(): void {
    this.#schedule.request('chains');
  }

  /** A document was closed: what is found between files stays. */
  closed(path: string): Promise<void> {
    return this.#publishClosed(path);
  }

  /** A document was opened: from now on it is published as one. */
  opened(path: string): void {
    this.#shown.delete(path);
  }

  async #publishClosed(path: string): Promise<void> {
    const { chains, settings, client, rulePages, connection } = this.#session;
    const uri = chains.uriOf(path);
    const { rules: given } = await settings.of(uri);
    if (chains.isOpen(path)) return;
    const document = chains.documentOf(path);
    const analysis = document && this.#analyse(path, given);
    const diagnostics = analysis ? createDiagnostics({ document, version: 0, analysis }, client, rulePages) : [];
    if (diagnostics.length === 0 && !this.#shown.delete(path)) return;
    if (diagnostics.length > 0) this.#shown.add(path);
    void connection.sendDiagnostics({ uri, diagnostics });
  }

  /** Only what the graph tells: nobody asked what else is wrong with a file that is not open. */
  #analyse(path: string, given: RuleSettings): Analysis | undefined {
    const { chains, configurations } = this.#session;
    const own = chains.analysisOf(path);
    if (own === undefined) return undefined;
    const options = analysisOptions(configurations.settingsOf(path), { rules: given });
    const whole = chains.withFindings(path, own, options);
    return { ...whole, findings: whole.findings.filter(({ rule }) => workspaceRules.has(rule)) };
  }
}
