import { oncePer } from '../base/once.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { Contents, Features } from '../policy/contents.ts';
import type { Policy } from '../policy/policy.ts';
import type { Severity } from './finding.ts';
import { type Interests, interestsOf } from './needs.ts';
import type { Rule } from './rule.ts';
import type { RunOptions } from './run.ts';

/** A rule that is not switched off. */
export interface ReadyRule<Check extends Rule['check'] = Rule['check']> {
  readonly rule: Rule;
  readonly check: Check;
  /** Its place among all rules. */
  readonly order: number;
  /** What the user set instead of its own severity. */
  readonly severity: Severity | undefined;
}

type CheckOf<Scope extends Rule['check']['scope']> = Rule['check'] & { readonly scope: Scope };

/** Rules by what they read. */
export interface ReadyRules {
  readonly ofFragments: readonly ReadyRule<CheckOf<'fragment'>>[];
  readonly ofPolicies: Choice<CheckOf<'policy'>>;
  /** These also read the summaries of the template. */
  readonly ofTemplates: Choice<CheckOf<'template'>>;
  readonly ofResources: readonly ReadyRule<CheckOf<'resource'>>[];
}

/** Those of the rules that may find something in a policy: they are for its kind, and it holds what they need. */
export type Choice<Check extends Rule['check']> = (policy: Policy, contents: Contents) => readonly Candidate<Check>[];

export interface Candidate<Check extends Rule['check']> {
  readonly ready: ReadyRule<Check>;
  /** What is still to be asked of each policy; undefined where that is nothing. */
  readonly byActions: Interests['byActions'];
}

/** The same for all fragments of a document. */
export const readyRules = oncePer(({ rules, settings, iamData }: RunOptions): ReadyRules => {
  const ready = rules.flatMap((rule, order): readonly ReadyRule[] => {
    const setting = settings[rule.id];
    return setting === 'off' ? [] : [{ rule, check: rule.check, order, severity: setting }];
  });
  return {
    ofFragments: ready.filter((each) => isOf(each, 'fragment')),
    ofPolicies: chooseFrom(
      ready.filter((each) => isOf(each, 'policy')),
      iamData,
    ),
    ofTemplates: chooseFrom(
      ready.filter((each) => isOf(each, 'template')),
      iamData,
    ),
    ofResources: ready.filter((each) => isOf(each, 'resource')),
  };
});

function isOf<Scope extends Rule['check']['scope']>(
  ready: ReadyRule,
  scope: Scope,
): ready is ReadyRule<CheckOf<Scope>> {
  return ready.check.scope === scope;
}

/** Policies of one document are much alike: most questions are asked once for all that hold the same. */
function chooseFrom<Check extends Rule['check']>(
  all: readonly ReadyRule<Check>[],
  data: IamData | undefined,
): Choice<Check> {
  const known = new Map<string, readonly Candidate<Check>[]>();
  return ({ kind }, contents) => {
    const found = known.get(contents.signature);
    if (found !== undefined) return found;
    const candidates = candidatesFrom(all, kind, contents.features(), data);
    known.set(contents.signature, candidates);
    return candidates;
  };
}

function candidatesFrom<Check extends Rule['check']>(
  all: readonly ReadyRule<Check>[],
  kind: Policy['kind'],
  features: Features,
  data: IamData | undefined,
): readonly Candidate<Check>[] {
  return all.flatMap((ready) => {
    const { bySignature, byActions } = interests(ready.rule);
    return ready.rule.kinds.includes(kind) && bySignature(features, data) ? [{ ready, byActions }] : [];
  });
}

const interests = oncePer(({ needs }: Rule) => interestsOf(needs));
