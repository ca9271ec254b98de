/** The schemas of the settings on what is shown while a text is read, by their names. */
export const readingSettings: Readonly<Record<string, object>> = {
  'rolechain.inlayHints.wildcardActions': {
    type: 'boolean',
    scope: 'resource',
    order: 1,
    default: true,
    markdownDescription: 'Show behind an action with a wildcard how many documented actions it covers.',
  },
  'rolechain.inlayHints.accountNames': {
    type: 'boolean',
    scope: 'resource',
    order: 2,
    default: true,
    markdownDescription: 'Show the names of accounts behind their ids and ARNs, as far as they are known.',
  },
  'rolechain.inlayHints.resolvedValues': {
    type: 'boolean',
    scope: 'resource',
    order: 3,
    default: false,
    markdownDescription:
      'Show behind `!Ref`, `!Sub` and the like, in resources with policies, the value that the defaults of parameters, the configuration and the workspace give. A deployment may give another.',
  },
  'rolechain.documentLinks': {
    type: 'boolean',
    scope: 'resource',
    order: 4,
    default: true,
    markdownDescription:
      "Link actions, condition keys and service principals to their pages in AWS's documentation. The editor underlines what has a link; without links a hover still leads to the page of an action.",
  },
};
