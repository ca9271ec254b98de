import { parseJson } from '../syntax/json.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';
import type { AcceptedFinding } from './baseline.ts';

/** The text of a baseline: one line for each finding, sorted, so that two branches merge well. */
export function writeBaseline(entries: readonly AcceptedFinding[]): string {
  const lines = entries
    .map(({ file, rule, place, hash, count }) => JSON.stringify({ file, rule, place, hash, count }))
    .sort();
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`;
}

/** Reads a baseline. Undefined where the text is none; entries that cannot be read are left out. */
export function readBaseline(text: string): readonly AcceptedFinding[] | undefined {
  const { root, problems } = parseJson(text, { comments: true });
  const version = child(root, 'version');
  const findings = child(root, 'findings');
  if (problems.length > 0 || version?.type !== 'number' || version.value !== 1) return undefined;
  return findings?.type === 'array' ? findings.items.flatMap(readEntry) : undefined;
}

function readEntry(node: Node): readonly AcceptedFinding[] {
  const [file, rule, place, hash] = ['file', 'rule', 'place', 'hash'].map((key) => stringValue(child(node, key)));
  const count = child(node, 'count');
  const isWhole = file !== undefined && rule !== undefined && place !== undefined && hash !== undefined;
  return isWhole && count?.type === 'number' ? [{ file, rule, place, hash, count: count.value }] : [];
}
