/** Language ids whose files may hold a policy or a template. `cloudformation` is registered by other extensions. */
export const documentLanguages: readonly string[] = ['json', 'jsonc', 'yaml', 'cloudformation'];

/** Files and what was never saved. Not `git:`, diff views or the output panel: nobody edits a policy there. */
export const documentSchemes: readonly string[] = ['file', 'untitled'];

/** The name of every configuration. */
export const configurationFile = 'rolechain.config.json';

/**
 * Whether a file is going to hold a policy, by its name: one so short that its text tells nothing yet. A coarse look, as
 * `mentionsPolicy`; the server looks closer.
 */
export function beginsPolicy(path: string, length: number): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return length < 2_000 && /trust|polic|permission|scp|rcp|boundary/i.test(name);
}

const words = ['Statement', 'AWS::', '2012-10-17', '2008-10-17'];

/**
 * A cheap look at a text, or at the lines of it that changed. False means that no policy and no template is in it;
 * true promises nothing.
 */
export function mentionsPolicy(text: string): boolean {
  return words.some((word) => text.includes(word));
}
