/** Language ids whose files may hold a policy or a template. `cloudformation` is registered by other extensions. */
export const documentLanguages: readonly string[] = ['json', 'jsonc', 'yaml', 'cloudformation'];

/** Files and what was never saved. Not `git:`, diff views or the output panel: nobody edits a policy there. */
export const documentSchemes: readonly string[] = ['file', 'untitled'];

/** The name of every configuration. */
export const configurationFile = 'rolechain.config.json';

const words = ['Statement', 'AWS::', '2012-10-17', '2008-10-17'];

/**
 * A cheap look at a text, or at the lines of it that changed. False means that no policy and no template is in it;
 * true promises nothing.
 */
export function mentionsPolicy(text: string): boolean {
  return words.some((word) => text.includes(word));
}
