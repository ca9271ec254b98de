import path from 'node:path';
import { ownValue } from '../base/table.ts';
import { type FileReport, reportFile } from '../export/report.ts';
import { readSource } from '../files/read-source.ts';
import { slashed } from '../files/slashed.ts';
import { type ConfiguredSuppression, configurationName } from '../lint/configuration.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import { analyseConfiguration } from '../service/analyse-configuration.ts';
import type { Analysis, DocumentFinding } from '../service/analysis.ts';
import { Configurations, type FileSettings, type LoadedConfiguration } from '../service/configurations.ts';
import { showPath } from './show-path.ts';
import type { Terminal } from './terminal.ts';

/** The configurations of one run: what they say of files, and what is to be said of them. */
export class ConfigurationUse {
  readonly #folder: string;
  readonly #named: string | undefined;
  readonly #configurations: Configurations;
  readonly #used = new Set<LoadedConfiguration>();
  readonly #inUse = new Set<ConfiguredSuppression>();

  /** `named` is the path of `--config`. */
  constructor(folder: string, named: string | undefined) {
    this.#folder = folder;
    this.#named = named === undefined ? undefined : path.resolve(folder, named);
    const readText = (file: string) => readSource(file).text;
    this.#configurations = new Configurations({ readText }, this.#named && slashed(this.#named));
  }

  /** Why `--config` cannot be read, if it cannot. */
  findFailure(): string | undefined {
    if (this.#named === undefined) return undefined;
    const content = readSource(this.#named);
    return content.text === undefined ? content.message : undefined;
  }

  /** `file` is absolute. */
  settingsOf(file: string): FileSettings {
    const settings = this.#configurations.settingsOf(slashed(file));
    if (settings.configuration !== undefined) this.#used.add(settings.configuration);
    return settings;
  }

  /** True for a file that is a configuration: what is wrong with those that are used is reported at the end. */
  isConfiguration(file: string): boolean {
    return path.basename(file) === configurationName || file === this.#named;
  }

  /** To be told of each analysis, so that suppressions of no use can be found. */
  learn({ suppressions }: FileSettings, analysis: Analysis): void {
    const isMalformed = analysis.state?.documents.some((document) =>
      document.fragments.some(({ fragment }) => fragment.tree.problems.length > 0),
    );
    for (const each of isMalformed ? suppressions : analysis.usedSuppressions) this.#inUse.add(each);
  }

  /**
   * What is wrong with the configurations that were used. Only where all files of a configuration were checked, which is
   * when one of `folders` (absolute) holds it, is anything said of suppressions that hide nothing.
   */
  report(folders: readonly string[]): readonly { readonly report: FileReport; readonly text: string }[] {
    return [...this.#used].map((configuration) => {
      const { text, read } = configuration;
      const analysis = analyseConfiguration(text, { rules: {} }, read);
      const isWhole = folders.some((folder) =>
        `${configuration.folder}/`.startsWith(`${slashed(folder).replace(/\/$/, '')}/`),
      );
      const findings = [...analysis.findings, ...(isWhole ? this.#findUnused(configuration) : [])];
      const report = reportFile(showPath(this.#folder, path.normalize(configuration.path)), { ...analysis, findings });
      return { report, text };
    });
  }

  /** Notes on baselines and organizations that are named and cannot be read. */
  noteUnreadable({ note, folder }: Pick<Terminal, 'note' | 'folder'>): void {
    for (const { baselinePath, baseline, organization, path: configuration } of this.#used) {
      if (organization?.problem !== undefined)
        note(`the organization named in ${showPath(folder, path.normalize(configuration))}: ${organization.problem}`);
      if (baselinePath === undefined || baseline !== undefined) continue;
      const shown = showPath(folder, path.normalize(baselinePath));
      note(`${shown} is no baseline that can be read, so no finding is accepted by it; --write-baseline writes it`);
    }
  }

  /** The same of files of parameters, for who is shown no findings. */
  noteParameterFiles({ note, folder }: Pick<Terminal, 'note' | 'folder'>): void {
    for (const { parameterFiles, path: configuration } of this.#used)
      for (const [name, { problem }] of parameterFiles)
        if (problem !== undefined)
          note(`\`${name}\`, named in ${showPath(folder, path.normalize(configuration))}, ${problem}`);
  }

  #findUnused({ read }: LoadedConfiguration): readonly DocumentFinding[] {
    const { rules = {}, suppressions = [] } = read.configuration;
    const setting = rules[unusedSuppression.id] ?? unusedSuppression.severity;
    if (setting === 'off') return [];
    const unused = suppressions.filter((each) => !this.#inUse.has(each) && ownValue(rules, each.rule) !== 'off');
    return unused
      .filter(({ rule }) => rule !== unusedSuppression.id && rule !== 'unknown-configuration')
      .map(({ span, rule, file }, index) => ({
        id: `${unusedSuppression.id}:${index}`,
        rule: unusedSuppression.id,
        severity: setting,
        message: `No finding of \`${rule}\` in \`${file}\` is suppressed by this. Remove it.`,
        span,
        related: [],
        fixes: [],
      }));
  }
}
