/** Commands of the editor side. `openRulePage` takes a rule id; without one it asks. */
export const commands = {
  openRulePage: 'rolechain.openRulePage',
  restartServer: 'rolechain.restartServer',
  showOutput: 'rolechain.showOutput',
} as const;
