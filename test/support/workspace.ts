import { analyse } from '../../server/src/service/analysis.ts';
import { analysisOptions, Configurations, importedOrganizations } from '../../server/src/service/configurations.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

/** A workspace of texts by path, relative to its folder; `rolechain.config.json` among them holds for all. */
export function readWorkspaceTexts(files: ReadonlyMap<string, string>): Workspace {
  const absolute = new Map([...files].map(([path, text]) => [`/workspace/${path}`, text]));
  const configurations = new Configurations({ readText: (path) => absolute.get(path) });
  const workspace = new Workspace((rule, error) => {
    throw new Error(rule, { cause: error });
  });
  const organizations = new Set(
    [...absolute.keys()].flatMap((path) => importedOrganizations(configurations.settingsOf(path))),
  );
  for (const [path, text] of absolute) {
    if (path.endsWith('/rolechain.config.json')) continue;
    const settings = configurations.settingsOf(path);
    workspace.set(path, analyse({ path, text }, analysisOptions(settings, { rules: {} })), settings);
  }
  workspace.setOrganizations([...organizations]);
  return workspace;
}
