import type { Rule } from '../src/lint/rule.ts';

const begin = '<!-- rules:begin -->';
const end = '<!-- rules:end -->';

/** Path relative to the checkout -> the whole new text. `readme` is the text of README.md as it stands. */
export function generateRulesDocs(rules: readonly Rule[], readme: string): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', replaceBetweenMarkers(readme, rulesTable(rules, 'docs/rules/'))],
    ['docs/rules/README.md', rulesIndex(rules)],
  ]);
}

function replaceBetweenMarkers(text: string, content: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`README.md needs the lines ${begin} and ${end}, in this order.`);
  return `${text.slice(0, from)}${begin}\n\n${content}\n${text.slice(to)}`;
}

function rulesIndex(rules: readonly Rule[]): string {
  return [
    '# Rules',
    '',
    'error: AWS refuses it or it can never work. warning: it works and is a security weakness. info: it works and is',
    'probably not meant, or not needed. hint: it could be better. Where a rule has several, the first is its default;',
    'the others it gives where less is established.',
    '',
    rulesTable(rules, ''),
  ].join('\n');
}

/** In the order of the list of rules, which is that of the documentation. */
function rulesTable(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(({ id, severity, lesser = [], summary }) => {
    return `| [${id}](${folder}${id}.md) | ${[severity, ...lesser].join(', ')} | ${cell(summary)} |`;
  });
  return `${['| Rule | Severity | What it finds |', '|---|---|---|', ...rows].join('\n')}\n`;
}

/** A bar would end the cell; `<` outside of code would begin a tag. */
function cell(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;')))
    .join('')
    .replaceAll('|', '\\|');
}
