/** Commands of the editor side. `openRulePage` takes a rule id, `setPolicyKind` a URI and a kind; without, they ask. */
export const commands = {
  openRulePage: 'rolechain.openRulePage',
  setPolicyKind: 'rolechain.setPolicyKind',
  restartServer: 'rolechain.restartServer',
  showOutput: 'rolechain.showOutput',
} as const;
