import { InputBoxValidationSeverity } from 'vscode';
import { askText } from './ask-text.ts';
import type { OrganizationApi } from './organization-api.ts';
import type { Outcome } from './pick.ts';

/** Asks for a path, which is checked as it is typed. */
export function typePath(api: OrganizationApi, title: string): Promise<Outcome<string>> {
  return askText({
    title,
    prompt: 'The ids from the top down; at the end "/*" for everything below, or "/" for the accounts directly in it.',
    placeholder: 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*',
    canGoBack: true,
    check: async (path) => {
      const { problem, note } = await api.checkPath({ path });
      if (problem !== undefined) return problem;
      return note === undefined ? undefined : { message: note, severity: InputBoxValidationSeverity.Info };
    },
  });
}
