import type { DocumentStatus, FindingCounts } from '../../server/src/protocol/notifications.ts';

/** "Trust policy: 1 error, 2 warnings", and who says so: the menu lists the items of all extensions. */
export function describeStatus({ recognised, policies, kinds, findings }: DocumentStatus): {
  readonly text: string;
  readonly detail: string;
} {
  if (!recognised) return { text: 'No IAM policy', detail: 'Role Chain' };
  const found = describeFindings(findings) || 'no findings';
  return { text: `${describePolicies(policies, kinds)}: ${found}`, detail: 'Role Chain' };
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
