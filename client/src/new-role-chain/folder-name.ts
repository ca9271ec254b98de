/** What file systems do not take, Windows included; and what leads elsewhere. */
const forbidden = /[<>:"|?*\\]/;

/** The steps of a folder within the workspace: `role-chains/scanner/` -> `role-chains`, `scanner`. */
export function splitFolder(text: string): readonly string[] {
  return text.split('/').filter((step) => step !== '' && step !== '.');
}

/** One sentence on why files cannot go there; undefined where they can. */
export function checkFolder(text: string): string | undefined {
  const found = forbidden.exec(text)?.[0];
  if (text.startsWith('/') || text.includes(':\\')) return 'Name a folder within the workspace: no path from the root.';
  if (found !== undefined) return `A folder cannot have ${found} in its name.`;
  const steps = splitFolder(text);
  if (steps.length === 0) return 'Name a folder for the files: role-chains/scanner.';
  if (steps.includes('..')) return 'The folder has to be within the workspace.';
  if (steps.some((step) => /[. ]$/.test(step))) return 'A folder cannot end with a dot or a space.';
  return undefined;
}

/** The folder of the workspace that was chosen; where none was, or it is gone from the workspace, the first. */
export function chosenRoot<Root extends { readonly uri: { toString(): string } }>(
  roots: readonly Root[],
  uri: string | undefined,
): Root | undefined {
  return roots.find((each) => each.uri.toString() === uri) ?? roots[0];
}
