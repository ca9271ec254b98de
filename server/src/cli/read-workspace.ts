import { findFiles } from '../files/find-files.ts';
import { readSource } from '../files/read-source.ts';
import { slashed } from '../files/slashed.ts';
import { analyse } from '../service/analysis.ts';
import { analysisOptions } from '../service/configurations.ts';
import { ConfigurationUse } from './configuration-use.ts';
import { showPath } from './show-path.ts';
import type { Terminal } from './terminal.ts';
import { WorkspaceFiles } from './workspace-files.ts';

export interface ReadWorkspace {
  readonly files: WorkspaceFiles;
  /** False: a path given by name could not be read. */
  readonly isComplete: boolean;
}

/** Reads all files below the paths, without checking them. Undefined, after a note: the configuration cannot be read. */
export function readWorkspace(
  { paths, config }: { readonly paths: readonly string[]; readonly config?: string },
  terminal: Terminal,
): ReadWorkspace | undefined {
  const configurations = new ConfigurationUse(terminal.folder, config);
  const unusable = configurations.findFailure();
  if (unusable !== undefined) {
    terminal.note(`cannot read ${config}: ${unusable}`);
    return undefined;
  }
  // No rule is asked here.
  const files = new WorkspaceFiles(terminal.folder, () => {});
  let isComplete = true;
  for (const { path: file, isNamed, failure } of findFiles(paths, terminal.folder)) {
    const settings = configurations.settingsOf(file);
    if (settings.ignored || configurations.isConfiguration(file)) continue;
    const content = failure === undefined ? readSource(file) : { text: undefined, message: failure };
    if (content.text === undefined) {
      terminal.note(`cannot read ${showPath(terminal.folder, file)}: ${content.message}`);
      isComplete &&= !isNamed;
      continue;
    }
    const options = { ...analysisOptions(settings, { rules: {} }), withoutRules: true };
    files.add(file, analyse({ path: slashed(file), text: content.text }, options), settings);
  }
  configurations.noteUnreadable(terminal);
  configurations.noteParameterFiles(terminal);
  return { files, isComplete };
}
