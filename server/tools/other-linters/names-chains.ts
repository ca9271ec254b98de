import type { OtherNames } from './linters.ts';

/** Of the rules that read both sides of a hop, which no other linter does: see `names-of-rules.ts`. */
export const chainNames: Readonly<Record<string, OtherNames>> = {
  'target-path-mismatch': {},
  'target-name-near-miss': {},
  'hop-blocked-by-source': {},
  'hop-blocked-by-target': {},
  'hop-blocked-by-deny': {},
  'external-id-mismatch': {},
  'mfa-never-present-in-chain': {},
  'session-tags-not-allowed': {},
  'source-identity-not-allowed': {},
  'chained-session-too-long': {},
  'condition-never-true-for-hop': {},
  'org-path-misses-deployment': {},
  'source-arn-matches-no-function': {},
  'target-trust-too-broad': {},
  'source-reaches-too-much': {},
  'chain-reaches-administrator': {},
  'chain-escalates': {},
  'chain-cycle': {},
  'role-unprotected-path': {},
};
