import { hashText } from './baseline-hash.ts';

/** A finding that is accepted as it stands, known again without its line. */
export interface AcceptedFinding {
  /** Relative to the configuration's folder, `/` separated. */
  readonly file: string;
  readonly rule: string;
  /** The policy and statement it stands in; empty where it stands in none. */
  readonly place: string;
  /** Of its message and of the text that it underlines. */
  readonly hash: string;
  /** How many findings are alike in all of this. */
  readonly count: number;
}

/** What of a finding a baseline knows it by. */
export interface Accepted {
  readonly rule: string;
  readonly place: string;
  readonly message: string;
  /** The text that the finding underlines. */
  readonly underlined: string;
}

/** The identity of a finding within its file. Where blanks and line breaks stand does not matter. */
export function fingerprint({ message, underlined }: Accepted): string {
  return hashText(`${message}\n${underlined.replace(/\s+/g, ' ').trim()}`);
}

/** The findings of one file as entries of a baseline. */
export function acceptFindings(file: string, findings: readonly Accepted[]): readonly AcceptedFinding[] {
  const entries = new Map<string, AcceptedFinding>();
  for (const finding of findings) {
    const { rule, place } = finding;
    const hash = fingerprint(finding);
    const key = keyOf({ rule, place, hash });
    const count = (entries.get(key)?.count ?? 0) + 1;
    entries.set(key, { file, rule, place, hash, count });
  }
  return [...entries.values()];
}

/**
 * Tells for the findings of one file, asked in the order of the text, whether they are accepted. Of more findings that
 * are alike than were accepted, the last ones are new.
 */
export function acceptedBy(entries: readonly AcceptedFinding[]): (finding: Accepted) => boolean {
  const left = new Map<string, number>();
  for (const entry of entries) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + entry.count);
  return (finding) => {
    const key = keyOf({ rule: finding.rule, place: finding.place, hash: fingerprint(finding) });
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  };
}

function keyOf({ rule, place, hash }: Pick<AcceptedFinding, 'rule' | 'place' | 'hash'>): string {
  return JSON.stringify([rule, place, hash]);
}
