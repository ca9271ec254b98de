import type { DocumentStatus, FindingCounts } from '../../server/src/protocol/notifications.ts';

/**
 * "Trust policy: 1 error, 2 warnings"; who says so, for the menu lists the items of all extensions; and how old the data
 * is that it rests on.
 */
export function describeStatus({ recognised, isTooLong, policies, kinds, findings, iamData }: DocumentStatus): {
  readonly text: string;
  readonly detail: string;
} {
  const detail = `Role Chain, ${iamData}`;
  if (isTooLong) return { text: 'Larger than 20 MB: not checked', detail };
  if (!recognised) return { text: 'No IAM policy', detail };
  const found = describeFindings(findings) || 'no findings';
  return { text: `${describePolicies(policies, kinds)}: ${found}`, detail };
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
