import type { Rule } from '../src/lint/rule.ts';
import { linterNames, linters, type OtherNames } from './other-linters/linters.ts';
import { namesOfRules } from './other-linters/names-of-rules.ts';

/** The heading of the section of a rule's page that is generated. It stands before the sources. */
export const otherNamesHeading = '## What other linters call it';

const next = '## Rests on\n';

/** Path relative to the checkout -> the page of a rule with that section as it is now; `read` gives the present text. */
export function generateOtherNames(
  rules: readonly Rule[],
  read: (file: string) => string,
): ReadonlyMap<string, string> {
  return new Map(
    rules.map(({ id }) => {
      const file = `docs/rules/${id}.md`;
      return [file, replaceSection(read(file), namesOfRules[id] ?? {})];
    }),
  );
}

/** The page with the section for these names, or without one where there are none. */
export function replaceSection(page: string, names: OtherNames): string {
  const bare = page.replace(new RegExp(`^${otherNamesHeading}\n[\\s\\S]*?(?=^## )`, 'm'), '');
  if (!bare.includes(`\n${next}`)) throw new Error(`The page needs the line ${next}before which the section goes.`);
  const lines = linterNames.flatMap((linter) => {
    const own = names[linter] ?? [];
    const words = linter === 'accessAnalyzer' ? own : own.map((name) => `\`${name}\``);
    return own.length > 0 ? [`- ${linters[linter].title}: ${words.join(', ')}`] : [];
  });
  if (lines.length === 0) return bare;
  return bare.replace(`\n${next}`, () => `\n${otherNamesHeading}\n\n${begin}\n${lines.join('\n')}\n${end}\n\n${next}`);
}

const begin = '<!-- other-names:begin -->';
const end = '<!-- other-names:end -->';
