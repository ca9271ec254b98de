import { keptWith, oncePer } from '../base/once.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { Contents, Features } from '../policy/contents.ts';
import type { Policy } from '../policy/policy.ts';
import type { Severity } from './finding.ts';
import { type Interests, interestsOf } from './needs.ts';
import type { Rule } from './rule.ts';
import type { RuleSettings, RunOptions } from './run.ts';

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

/** The same for all documents that are checked with the same settings. */
export function readyRules({ rules, settings, iamData }: RunOptions): ReadyRules {
  const before = prepared.get(settings);
  if (before?.rules === rules && before.iamData === iamData) return before.ready;
  const ready = prepare(rules, settings, iamData);
  prepared.set(settings, { rules, iamData, ready });
  return ready;
}

type Prepared = Pick<RunOptions, 'rules'> & { readonly iamData: IamData | undefined; readonly ready: ReadyRules };

const prepared = keptWith<RuleSettings, Prepared>();

function prepare(rules: readonly Rule[], settings: RuleSettings, data: IamData | undefined): ReadyRules {
  const ready = rules.flatMap((rule, order): readonly ReadyRule[] => {
    const setting = settings[rule.id];
    return setting === 'off' ? [] : [{ rule, check: rule.check, order, severity: setting }];
  });
  return {
    ofFragments: ready.filter((each) => isOf(each, 'fragment')),
    ofPolicies: chooseFrom(
      ready.filter((each) => isOf(each, 'policy')),
      data,
    ),
    ofTemplates: chooseFrom(
      ready.filter((each) => isOf(each, 'template')),
      data,
    ),
    ofResources: ready.filter((each) => isOf(each, 'resource')),
  };
}

function isOf<Scope extends Rule['check']['scope']>(
  ready: ReadyRule,
  scope: Scope,
): ready is ReadyRule<CheckOf<Scope>> {
  return ready.check.scope === scope;
}

/** Policies are much alike: most questions are asked once for all that hold the same. */
function chooseFrom<Check extends Rule['check']>(
  all: readonly ReadyRule<Check>[],
  data: IamData | undefined,
): Choice<Check> {
  const known = new Map<string, readonly Candidate<Check>[]>();
  return ({ kind }, contents) => {
    const found = known.get(contents.signature);
    if (found !== undefined) return found;
    const candidates = candidatesFrom(all, kind, contents.features(), data);
    if (known.size >= mostSignatures) known.clear();
    known.set(contents.signature, candidates);
    return candidates;
  };
}

/** Conditions have as many keys as people name tags: to keep them all would never end. */
const mostSignatures = 1_000;

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
