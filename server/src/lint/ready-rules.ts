import { oncePer } from '../base/once.ts';
import type { Contents } from '../policy/contents.ts';
import type { Policy } from '../policy/policy.ts';
import type { Severity } from './finding.ts';
import { interestOf } from './needs.ts';
import type { Rule } from './rule.ts';
import type { RunOptions } from './run.ts';

/** A rule that is not switched off, with what is asked of each policy before it is called. */
export interface ReadyRule {
  readonly rule: Rule;
  /** What the user set instead of its own severity. */
  readonly severity: Severity | undefined;
  /** True for a policy of its kinds that holds what the rule needs. */
  readonly concerns: (policy: Policy, contents: Contents) => boolean;
}

/** Rules by what they read, in their order. */
export interface ReadyRules {
  /** Those that read nothing beyond a fragment. */
  readonly local: readonly ReadyRule[];
  /** Those that also read the summaries of the template. */
  readonly template: readonly ReadyRule[];
}

/** The same for all fragments of a document. */
export const readyRules = oncePer(({ rules, settings }: RunOptions): ReadyRules => {
  const ready = rules.flatMap((rule): readonly ReadyRule[] => {
    const setting = settings[rule.id];
    return setting === 'off' ? [] : [{ rule, severity: setting, concerns: concernOf(rule) }];
  });
  return {
    local: ready.filter(({ rule: { check } }) => check.scope === 'fragment' || check.scope === 'policy'),
    template: ready.filter(({ rule: { check } }) => check.scope === 'template' || check.scope === 'resource'),
  };
});

const concernOf = oncePer(({ kinds, needs }: Rule): ReadyRule['concerns'] => {
  const mayFind = interestOf(needs);
  const meant = new Set(kinds);
  return ({ kind }, contents) => meant.has(kind) && mayFind(contents);
});
