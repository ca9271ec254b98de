/** The schemas of the settings on role chains, by their names. */
export const chainSettings: Readonly<Record<string, object>> = {
  'rolechain.codeLens': {
    type: 'boolean',
    scope: 'resource',
    order: 1,
    default: true,
    markdownDescription: 'Show over each role how many may assume it, and how many it may assume.',
  },
};
