import { defaultMaxAgeDays } from '../src/lint/known-organizations.ts';

/** The schemas of the settings on AWS Organizations, by their names. */
export const organizationSettings: Readonly<Record<string, object>> = {
  'rolechain.inlayHints.organizationNames': {
    type: 'boolean',
    scope: 'resource',
    order: 1,
    default: true,
    markdownDescription: 'Show the names of organizational units behind organization paths, as far as they are known.',
  },
  'rolechain.organization.maxAgeDays': {
    type: 'number',
    scope: 'resource',
    order: 2,
    default: defaultMaxAgeDays,
    minimum: 0,
    markdownDescription:
      'How old the knowledge of an organization may be, in days, for findings to rest on it: `org-path-unknown`, `org-path-broken` and `account-unknown`.',
  },
};
