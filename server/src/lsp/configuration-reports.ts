import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationName } from '../lint/configuration.ts';
import { analyseConfiguration } from '../service/analyse-configuration.ts';
import type { LoadedConfiguration } from '../service/configurations.ts';
import { uriAbove } from './configuration-edits.ts';
import { findOpen } from './configuration-host.ts';
import { createDiagnostics } from './diagnostics.ts';
import { pathOf } from './document-uri.ts';
import type { Session } from './session.ts';

/** Publishes what is wrong with configurations that are in use but not open; an open one is a document as any other. */
export class ConfigurationReports {
  readonly #session: Session;
  /** By URI: what the last report was of. */
  readonly #reported = new Map<string, LoadedConfiguration>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** To be called with each document that was checked. */
  async report(uri: string): Promise<void> {
    const { configurations, documents } = this.#session;
    const { configuration, relativePath } = configurations.settingsOf(pathOf(uri));
    if (configuration === undefined || relativePath === undefined) return;
    const own = uriAbove(uri, relativePath, configurationName);
    if (this.#reported.get(own) === configuration || findOpen(documents, configuration.path) !== undefined) return;
    this.#reported.set(own, configuration);
    await this.#publish(own, configuration);
  }

  /** To be called when configurations may have changed: what is gone is reported no more. */
  refresh(): void {
    for (const uri of this.#reported.keys()) {
      const path = pathOf(uri);
      const { configurations, documents, connection } = this.#session;
      if (findOpen(documents, path) !== undefined) this.#reported.delete(uri);
      else if (configurations.of(path.slice(0, path.lastIndexOf('/')))?.path !== path) {
        this.#reported.delete(uri);
        void connection.sendDiagnostics({ uri, diagnostics: [] });
      }
    }
  }

  async #publish(uri: string, { text, read }: LoadedConfiguration): Promise<void> {
    const { settings, client, rulePages, connection } = this.#session;
    const { rules } = await settings.of(uri);
    // A file that is not open is checked by nobody else.
    const analysis = analyseConfiguration(text, { rules, editorReportsSyntax: false }, read);
    const analysed = { document: TextDocument.create(uri, 'jsonc', 0, text), version: 0, analysis };
    void connection.sendDiagnostics({ uri, diagnostics: createDiagnostics(analysed, client, rulePages) });
  }
}
