import type { Span } from '../base/span.ts';
import { indexText } from '../base/text-index.ts';
import type { Reason } from '../chain/verdict.ts';
import type { FileRange, Places } from '../export/graph-report.ts';
import type { Organization } from '../organization/organization.ts';
import type { Entity } from '../role/entity.ts';
import { type Analysis, analyse } from '../service/analysis.ts';
import { analysisOptions, importedOrganizations } from '../service/configurations.ts';
import { originSpan, sourceSpan } from '../service/origin-span.ts';
import { Workspace } from '../service/workspace.ts';
import { ConfigurationUse } from './configuration-use.ts';
import { findFiles } from './find-files.ts';
import { readSource } from './read-source.ts';
import { showPath } from './show-path.ts';
import { slashed } from './slashed.ts';
import type { Terminal } from './terminal.ts';

/** The files that were given as one workspace. */
export interface ReadWorkspace {
  readonly workspace: Workspace;
  /** Where things stand, paths as they are shown. */
  readonly places: Places;
  /** False: a path given by name could not be read. */
  readonly isComplete: boolean;
}

/** Reads all files below the paths, without checking them. Undefined, after a note: the configuration cannot be read. */
export function readWorkspace(
  { paths, config }: { readonly paths: readonly string[]; readonly config?: string },
  terminal: Terminal,
): ReadWorkspace | undefined {
  const configurations = new ConfigurationUse(terminal.folder, config);
  const failure = configurations.findFailure();
  if (failure !== undefined) {
    terminal.note(`cannot read ${config}: ${failure}`);
    return undefined;
  }
  const workspace = new Workspace();
  const analyses = new Map<string, Analysis>();
  const organizations = new Set<Organization>();
  let isComplete = true;
  for (const { path: file, isNamed, failure: problem } of findFiles(paths, terminal.folder)) {
    const settings = configurations.settingsOf(file);
    if (settings.ignored || configurations.isConfiguration(file)) continue;
    const content = problem === undefined ? readSource(file) : { text: undefined, message: problem };
    if (content.text === undefined) {
      terminal.note(`cannot read ${showPath(terminal.folder, file)}: ${content.message}`);
      isComplete &&= !isNamed;
      continue;
    }
    const path = slashed(file);
    const analysis = analyse({ path, text: content.text }, analysisOptions(settings, { rules: {} }));
    for (const each of importedOrganizations(settings)) organizations.add(each);
    analyses.set(path, analysis);
    workspace.set(path, analysis, settings);
  }
  workspace.setOrganizations([...organizations]);
  configurations.noteUnreadable(terminal);
  return { workspace, places: placesIn(analyses, terminal.folder), isComplete };
}

function placesIn(analyses: ReadonlyMap<string, Analysis>, folder: string): Places {
  const rangeIn = (path: string, spanIn: (analysis: Analysis) => Span | undefined): FileRange | undefined => {
    const analysis = analyses.get(path);
    const span = analysis && spanIn(analysis);
    if (analysis === undefined || span === undefined) return undefined;
    const index = indexText(analysis.text);
    const range = { start: index.positionAt(span.start), end: index.positionAt(span.end) };
    return { file: showPath(folder, path), range };
  };
  return {
    ofEntity: ({ source }: Entity) => source && rangeIn(source.file, (analysis) => sourceSpan(analysis, source)),
    ofReason: ({ origin, part }: Reason) =>
      origin && rangeIn(origin.file, (analysis) => originSpan(analysis, origin, part)),
  };
}
