/** Commands of the editor side. `openRulePage` takes a rule id, `setPolicyKind` a URI and a kind; without, they ask. */
export const commands = {
  openRulePage: 'rolechain.openRulePage',
  setPolicyKind: 'rolechain.setPolicyKind',
  insertOrganizationPath: 'rolechain.insertOrganizationPath',
  fillPlaceholders: 'rolechain.fillPlaceholders',
  refreshOrganization: 'rolechain.refreshOrganization',
  importOrganization: 'rolechain.importOrganization',
  /** Of the status item, not of the palette. Takes an organization's id. */
  stopLoading: 'rolechain.stopLoading',
  forgetOrganization: 'rolechain.forgetOrganization',
  /** Of lenses, not of the palette. Takes a URI and a position: `{ line, character }`. */
  showCallHierarchy: 'rolechain.showCallHierarchy',
  /** Of code actions, not of the palette. Takes `CopyPolicyParams`. */
  copyPolicy: 'rolechain.copyPolicy',
  /** Takes a role's id or `{ uri }` of a file; without one it takes what stands at the cursor, or the workspace. */
  showGraph: 'rolechain.showGraph',
  /** Takes the ids of source and target; without, it asks. */
  explainHop: 'rolechain.explainHop',
  /** Saves the graph that is shown. */
  exportGraph: 'rolechain.exportGraph',
  /** Asks for what a role chain needs and writes its files into the workspace. */
  newRoleChain: 'rolechain.newRoleChain',
  restartServer: 'rolechain.restartServer',
  showOutput: 'rolechain.showOutput',
} as const;
