import { indexText } from '../../../server/src/base/text-index.ts';
import { applyChanges } from '../../../server/src/edit/change.ts';
import { rules } from '../../../server/src/rules/index.ts';
import type { Analysis } from '../../../server/src/service/analysis.ts';
import type { DocumentFinding } from '../../../server/src/service/place-findings.ts';

const ofWorkspace = new Set(rules.flatMap(({ id, check }) => (check.scope === 'workspace' ? [id] : [])));

/** The findings of rules that read the whole workspace. */
export function chainFindings({ findings }: Analysis): readonly DocumentFinding[] {
  return findings.filter(({ rule }) => ofWorkspace.has(rule));
}

/** Each finding with its file, the range underlined, its message, the related places and what its fixes write. */
export function renderFindings(analyses: ReadonlyMap<string, Analysis>): string {
  const blocks = [...analyses].flatMap(([path, analysis]) =>
    chainFindings(analysis).map((finding) => renderFinding(path, analysis.source.whole(), finding)),
  );
  return blocks.length === 0 ? 'nothing\n' : blocks.join('\n');
}

function renderFinding(path: string, text: string, finding: DocumentFinding): string {
  const { rule, severity, message, span, related, fixes } = finding;
  const lines = [
    `${path}: ${severity} ${rule}`,
    ...underline(text, span.start, span.end),
    `  ${message}`,
    ...related.map((each) => {
      const where = each.file ?? { path: `/workspace/${path}`, text };
      const line = indexText(where.text).positionAt(each.span.start).line;
      const [quoted = ''] = where.text.slice(each.span.start, each.span.end).split('\n');
      return `  see ${where.path.replace('/workspace/', '')}:${line + 1} ${quoted.trim()}: ${each.message}`;
    }),
    ...fixes.flatMap(({ title, applicability, changes }) => {
      const written = changes();
      if (written === undefined) return [];
      return [`  fix (${applicability}): ${title}`, ...changedLines(text, applyChanges(text, written))];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function underline(text: string, start: number, end: number): readonly string[] {
  const index = indexText(text);
  const { line, character } = index.positionAt(start);
  const whole = text.split('\n')[line] ?? '';
  const length = Math.min(end - start, whole.length - character);
  return [
    `${String(line + 1).padStart(4)} | ${whole}`,
    `     | ${' '.repeat(character)}${'~'.repeat(Math.max(1, length))}`,
  ];
}

function changedLines(before: string, after: string): readonly string[] {
  const [one, two] = [before.split('\n'), after.split('\n')];
  return two.flatMap((line, index) => (line === one[index] ? [] : [`    + ${line.trim()}`]));
}
