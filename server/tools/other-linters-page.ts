import type { Rule } from '../src/lint/rule.ts';
import { accessAnalyzerChecks, takenBack } from './other-linters/access-analyzer-checks.ts';
import { answer, checksOf } from './other-linters/answers.ts';
import { type Linter, linterNames, linters, type OtherCheck } from './other-linters/linters.ts';
import { namesOfRules } from './other-linters/names-of-rules.ts';
import { trustChecks } from './other-linters/trust-checks.ts';

/** Path relative to the checkout -> the whole text: what Role Chain finds of what other linters find. */
export function generateOtherLintersPage(rules: readonly Rule[]): ReadonlyMap<string, string> {
  const ids = rules.map(({ id }) => id);
  const others = linterNames.filter((linter) => linter !== 'accessAnalyzer');
  const sections = [
    introduction,
    accessAnalyzer(ids),
    trustPolicies(),
    ...others.map((linter) => otherLinter(linter, ids)),
    onlyHere(ids),
  ];
  return new Map([['docs/access-analyzer.md', `${sections.join('\n\n')}\n`]]);
}

const introduction = `# Access Analyzer and other linters

Which rule of Role Chain finds what IAM Access Analyzer and other linters find, and why some of it is left out. \`npm run
generate\` writes this page from what each rule says of itself.

That a rule stands beside a check means that it finds that mistake, not that both judge every policy alike: Role Chain
stays silent on what it cannot know, such as parameters, and some findings come with another severity. What a rule finds
stands on its page. Access Analyzer runs in AWS, needs credentials, and knows what only AWS knows: let it look at a policy
too before the policy goes live.`;

function accessAnalyzer(ids: readonly string[]): string {
  const { title, source } = linters.accessAnalyzer;
  const groups = accessAnalyzerChecks.map(({ group, checks }) => {
    const rows = checks.map((check) => row(check.name, answer('accessAnalyzer', check, ids).rules, check));
    return `### ${group}: ${checks.length} checks\n\n${table(['Check', 'Role Chain'], rows)}`;
  });
  const old = table(
    ['Check', 'Role Chain'],
    takenBack.map((check) => row(check.name, [], check)),
  );
  return [
    `## ${title}`,
    `The [policy checks](${source}) of \`ValidatePolicy\`, by their names in the IAM User Guide.`,
    ...groups,
    `### No longer checked by AWS\n\n${old}`,
  ].join('\n\n');
}

function trustPolicies(): string {
  const rows = trustChecks.map(({ name, others, rules, ...check }) => {
    const calledBy = linterNames.flatMap((linter) => list(linter, others[linter]));
    return [name, calledBy.join('; ') || 'none, though some of them ask for it', reply(rules, check)];
  });
  return [
    '## Trust policies and role chains',
    'What any linter finds about who may assume a role, and about the way from role to role.',
    table(['Mistake', 'Found by', 'Role Chain'], rows),
  ].join('\n\n');
}

function otherLinter(linter: Linter, ids: readonly string[]): string {
  const { title, source } = linters[linter];
  const rows = checksOf(linter).map((check) => {
    return [code(check.name), check.finds ?? '', reply(answer(linter, check, ids).rules, check)];
  });
  return `## ${title}\n\nIts [checks](${source}) of policies.\n\n${table(['Check', 'What it finds', 'Role Chain'], rows)}`;
}

function onlyHere(ids: readonly string[]): string {
  const own = ids.filter((id) => Object.keys(namesOfRules[id] ?? {}).length === 0);
  return `## Only in Role Chain\n\n${own.map((id) => `- ${link(id)}`).join('\n')}`;
}

function row(name: string, rules: readonly string[], check: Omit<OtherCheck, 'name'>): readonly string[] {
  return [name, reply(rules, check)];
}

/** The rules, with what they leave; or why there is none. */
function reply(rules: readonly string[], { inPart, leftOut }: Omit<OtherCheck, 'name'>): string {
  if (rules.length > 0) return [...rules.map(link), ...(inPart ? [inPart] : [])].join(', ');
  return leftOut ?? '';
}

function list(linter: Linter, names: readonly string[] = []): readonly string[] {
  if (names.length === 0) return [];
  const words = linter === 'accessAnalyzer' ? names : names.map(code);
  return [`${linters[linter].title}: ${words.join(', ')}`];
}

function link(id: string): string {
  return `[\`${id}\`](rules/${id}.md)`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}
