import type { Span } from '../base/span.ts';
import { closestName } from '../catalog/closest-name.ts';
import type { TextChange } from '../edit/change.ts';
import type { ConfiguredSuppression } from './configuration.ts';

/** A finding as suppressions see it. */
export interface Suppressible {
  readonly rule: string;
  /** In the whole text. */
  readonly span: Span;
  /** The fragment it was found in: the same object for all findings of one fragment, other ones for other fragments. */
  readonly fragment: object;
  readonly logicalId: string | undefined;
  /** Of the statement that the finding stands in. */
  readonly sid: () => string | undefined;
}

/** One rule that a comment or an entry of `Metadata` names. */
export interface Suppression {
  /** Undefined where the comment or entry names none: it then hides nothing, and `complaint` says what is wrong. */
  readonly rule: string | undefined;
  readonly complaint?: string;
  /** Where the rule is named, in the whole text. */
  readonly span: Span;
  readonly covers: (finding: Suppressible) => boolean;
  /** Takes it away: the comment or entry, or only this rule where there are others. */
  readonly remove: () => readonly TextChange[] | undefined;
}

/** What became of the findings and of the suppressions. */
export interface Suppressed<Found> {
  readonly kept: readonly Found[];
  readonly unused: readonly UnusedSuppression[];
  /** Those of the configuration that hid something here. */
  readonly used: readonly ConfiguredSuppression[];
}

export interface UnusedSuppression {
  readonly span: Span;
  readonly message: string;
  /** The rule that a misspelt one was meant to be. */
  readonly meant?: string;
  readonly remove: () => readonly TextChange[] | undefined;
}

export interface SuppressOptions {
  readonly ruleIds: readonly string[];
  /** True for a rule that was not asked: a suppression of it may be of use elsewhere, or later. */
  readonly isSilent: (rule: string) => boolean;
}

/** The rule that finds suppressions of no use. Were comments to hide it, each could hide itself. */
export const unusedSuppressionId = 'unused-suppression';

/** Takes away the findings that a suppression covers. */
export function suppress<Found extends Suppressible>(
  findings: readonly Found[],
  inFile: readonly Suppression[],
  configured: readonly ConfiguredSuppression[],
  options: SuppressOptions,
): Suppressed<Found> {
  const inUse = new Set<Suppression>();
  const used = new Set<ConfiguredSuppression>();
  const kept = findings.filter((finding) => {
    const own = inFile.filter((each) => each.rule === finding.rule && each.covers(finding));
    const others = configured.filter((each) => isMeant(each, finding));
    for (const each of own) inUse.add(each);
    for (const each of others) used.add(each);
    return own.length === 0 && others.length === 0;
  });
  const unused = inFile.filter((each) => !inUse.has(each)).flatMap((each) => describeUnused(each, options));
  return { kept, unused, used: [...used] };
}

/** True where a suppression of the configuration, of whose files this is one, means this finding. */
export function isMeant({ rule, sid, logicalId }: ConfiguredSuppression, finding: Suppressible): boolean {
  if (rule !== finding.rule) return false;
  if (logicalId !== undefined && logicalId !== finding.logicalId) return false;
  return sid === undefined || sid === finding.sid();
}

function describeUnused(
  suppression: Suppression,
  { ruleIds, isSilent }: SuppressOptions,
): readonly UnusedSuppression[] {
  const { rule, complaint, span, remove } = suppression;
  if (rule === undefined) return [{ span, message: complaint ?? 'This names no rule.', remove }];
  if (rule === unusedSuppressionId)
    return [{ span, message: `\`${rule}\` can be suppressed in the configuration only. Remove this.`, remove }];
  if (ruleIds.includes(rule))
    return isSilent(rule)
      ? []
      : [{ span, message: `No finding of \`${rule}\` is suppressed by this. Remove it.`, remove }];
  const meant = closestName(rule, ruleIds);
  const hint = meant === undefined ? 'Remove it, or name another one.' : `Did you mean \`${meant}\`?`;
  return [{ span, message: `There is no rule \`${rule}\`. ${hint}`, ...(meant !== undefined && { meant }), remove }];
}
