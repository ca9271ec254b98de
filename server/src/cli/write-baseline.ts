import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyChanges } from '../edit/change.ts';
import { describeFailure } from '../files/failure.ts';
import { slashed } from '../files/slashed.ts';
import { type AcceptedFinding, acceptFindings } from '../lint/baseline.ts';
import { writeBaseline } from '../lint/baseline-file.ts';
import { baselineName, configurationName } from '../lint/configuration.ts';
import { editConfiguration, newConfiguration } from '../lint/configuration-edit.ts';
import { acceptedForm } from '../service/accept.ts';
import type { Analysis } from '../service/analysis.ts';
import { type FileSettings, type LoadedConfiguration, pathWithin } from '../service/configurations.ts';
import { showPath } from './show-path.ts';
import type { Terminal } from './terminal.ts';

interface Gathered {
  readonly configuration: LoadedConfiguration | undefined;
  readonly checked: Set<string>;
  readonly entries: AcceptedFinding[];
}

/** Gathers findings and writes them as the baselines of their configurations. */
export class BaselineWriter {
  readonly #terminal: Terminal;
  readonly #byConfiguration = new Map<string, Gathered>();

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** `file` is absolute. A file without a configuration goes to one in the working directory. */
  add(file: string, { configuration }: FileSettings, { findings, source }: Analysis): void {
    const folder = configuration?.folder ?? slashed(this.#terminal.folder);
    const name = pathWithin(folder, slashed(file));
    if (name === undefined) {
      const shown = showPath(this.#terminal.folder, file);
      if (findings.length > 0)
        this.#terminal.note(`${shown} lies outside of the configuration's folder: not in the baseline`);
      return;
    }
    const gathered = this.#gather(folder, configuration);
    gathered.checked.add(name);
    const text = source.whole();
    gathered.entries.push(
      ...acceptFindings(
        name,
        findings.map((finding) => acceptedForm(finding, text)),
      ),
    );
  }

  /** False where something could not be written. */
  write(): boolean {
    if (this.#byConfiguration.size === 0) this.#gather(slashed(this.#terminal.folder), undefined);
    return [...this.#byConfiguration].map(([folder, each]) => this.#writeOne(folder, each)).every(Boolean);
  }

  #gather(folder: string, configuration: LoadedConfiguration | undefined): Gathered {
    const known = this.#byConfiguration.get(folder);
    if (known !== undefined) return known;
    const gathered = { configuration, checked: new Set<string>(), entries: [] };
    this.#byConfiguration.set(folder, gathered);
    return gathered;
  }

  #writeOne(folder: string, { configuration, checked, entries }: Gathered): boolean {
    const { note, print } = this.#terminal;
    const file = path.normalize(configuration?.baselinePath ?? `${folder}/${baselineName}`);
    const shown = showPath(this.#terminal.folder, file);
    // What was not looked at this time stays accepted.
    const kept = (configuration?.baseline ?? []).filter(
      (each) => !checked.has(each.file) && existsSync(path.join(folder, each.file)),
    );
    const all = [...entries, ...kept];
    try {
      writeFileSync(file, writeBaseline(all));
      const count = all.reduce((sum, each) => sum + each.count, 0);
      print(`Wrote ${count} finding${count === 1 ? '' : 's'} to ${shown}.\n`);
      this.#nameIn(folder, configuration);
      return true;
    } catch (error) {
      note(`cannot write ${shown}: ${describeFailure(error)}`);
      return false;
    }
  }

  /** A baseline counts only if the configuration names it. */
  #nameIn(folder: string, configuration: LoadedConfiguration | undefined): void {
    if (configuration?.baselinePath !== undefined) return;
    const { note, print } = this.#terminal;
    const file = path.normalize(configuration?.path ?? `${folder}/${configurationName}`);
    const shown = showPath(this.#terminal.folder, file);
    const change = { type: 'baseline', path: baselineName } as const;
    const changes = configuration === undefined ? undefined : editConfiguration(configuration.text, change);
    if (configuration !== undefined && changes === undefined) {
      note(`${shown} is malformed, so it could not be changed; add to it: "baseline": "${baselineName}"`);
      return;
    }
    const text =
      configuration === undefined || changes === undefined
        ? newConfiguration(change)
        : applyChanges(configuration.text, changes);
    writeFileSync(file, text);
    print(`${shown} names it.\n`);
  }
}
