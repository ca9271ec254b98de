/** A workbench that shows files and findings and nothing that would draw the eye from them. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  // A browser's VS Code saves by itself: trying a quick fix would change the samples of the checkout.
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
};

/** For tests that type: words of the neighbourhood are suggested at their own pace and would take Enter and Tab. */
export const testSettings: Readonly<Record<string, unknown>> = {
  ...quietSettings,
  'editor.wordBasedSuggestions': 'off',
  // What the library of the client would log messages by with all that is in them.
  'rolechain.trace.server': 'verbose',
};

/** For tests in Restricted Mode, without the question of whether to trust. */
export const restrictedSettings: Readonly<Record<string, unknown>> = {
  ...testSettings,
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** For pictures: the light theme, and a type size that reads well on a page. */
export const pictureSettings: Readonly<Record<string, unknown>> = {
  ...quietSettings,
  'workbench.colorTheme': 'Default Light Modern',
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  // What stands before a finding explains it more than what follows: leave that in sight.
  'editor.hover.above': false,
  'editor.renderWhitespace': 'none',
  // Nothing is marked but the findings.
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.matchBrackets': 'never',
  'editor.guides.indentation': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.overviewRulerLanes': 0,
  'workbench.editor.editorActionsLocation': 'hidden',
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
};
