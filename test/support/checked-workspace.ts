import type { Graph } from '../../server/src/chain/graph.ts';
import { type Analysis, type AnalysisOptions, analyse } from '../../server/src/service/analysis.ts';
import { withChainFindings } from '../../server/src/service/chain-findings.ts';
import { analysisOptions, Configurations, importedOrganizations } from '../../server/src/service/configurations.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { iamData } from './iam-data.ts';

/** The analysis of each file, by its path, with what was found in the graph of all of them. */
export function checkWorkspaceTexts(
  files: ReadonlyMap<string, string>,
  more: Partial<AnalysisOptions> = {},
): ReadonlyMap<string, Analysis> {
  return openWorkspaceTexts(files, more).analyses;
}

/** The same, with the graph; `cutAt` says that these are not all files. */
export function openWorkspaceTexts(
  files: ReadonlyMap<string, string>,
  more: Partial<AnalysisOptions> = {},
  cutAt?: number,
): { readonly analyses: ReadonlyMap<string, Analysis>; readonly graph: Graph } {
  const folder = '/workspace/';
  const absolute = new Map([...files].map(([path, text]) => [folder + path, text]));
  const configurations = new Configurations({ readText: (path) => absolute.get(path) });
  const workspace = new Workspace((rule, error) => {
    throw new Error(rule, { cause: error });
  });
  workspace.setCut(cutAt);
  const checked = [...absolute].flatMap(([path, text]) => {
    if (path.endsWith('/rolechain.config.json')) return [];
    const settings = configurations.settingsOf(path);
    const options = { ...analysisOptions(settings, { rules: {}, iamData }), ...more };
    const analysis = analyse({ path, text }, options);
    workspace.set(path, analysis, settings);
    return [{ path, options, analysis, organizations: importedOrganizations(settings) }];
  });
  workspace.setOrganizations([...new Set(checked.flatMap(({ organizations }) => organizations))]);
  const analyses = new Map(checked.map(({ path, analysis }) => [path, analysis]));
  const whole = new Map(
    checked.map(({ path, analysis, options }) => {
      const found = workspace.findings().get(path) ?? [];
      const asked = { ...options, readsWorkspace: true };
      const both = withChainFindings(path, analysis, found, asked, (other) => analyses.get(other));
      return [path.slice(folder.length), both];
    }),
  );
  return { analyses: whole, graph: workspace.graph() };
}
