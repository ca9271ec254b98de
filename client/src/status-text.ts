import type { DocumentStatus, FindingCounts } from '../../server/src/protocol/notifications.ts';

/** "Trust policy, 2 findings", and more words where the line has room. */
export function describeStatus({ recognised, policies, kinds, findings }: DocumentStatus): {
  readonly text: string;
  readonly detail: string;
} {
  if (!recognised) return { text: 'No IAM policy', detail: 'Role Chain' };
  const total = findings.error + findings.warning + findings.info + findings.hint;
  const found = total === 0 ? 'no findings' : count(total, 'finding');
  return { text: `${describePolicies(policies, kinds)}, ${found}`, detail: describeFindings(findings) || 'Role Chain' };
}

function describePolicies(policies: number, kinds: readonly string[]): string {
  const [only] = kinds;
  if (only === undefined) return 'No IAM policy';
  if (policies === 1) return only.charAt(0).toUpperCase() + only.slice(1);
  return `${policies} policies`;
}

function describeFindings({ error, warning, info, hint }: FindingCounts): string {
  const parts = [count(error, 'error'), count(warning, 'warning'), count(info, 'note'), count(hint, 'hint')];
  return parts.filter((part) => !part.startsWith('0 ')).join(', ');
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
