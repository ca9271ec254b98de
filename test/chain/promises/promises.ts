import type { Verdict } from '../../../server/src/chain/verdict.ts';
import type { Entity, World } from '../../../server/src/role/entity.ts';
import { featuresOf } from './features.ts';
import { type Judgement, judge } from './judge.ts';
import type { ChainCase } from './scene.ts';

export type Evaluate = (world: World, source: Entity, target: Entity) => Verdict;

/** How often each thing was met. */
export type Tally = Map<string, number>;

/** What is wrong with a verdict by the three promises; undefined: nothing. */
export function contradictionOf({ verdict, assumptions }: Verdict, judgement: Judgement): string | undefined {
  const { some, all, isAnythingUnknown, tried } = judgement;
  if (tried === 0) return undefined;
  if (verdict === 'blocked' && some) return 'blocked, and yet an assignment succeeds';
  if (verdict === 'blocked' && assumptions.length > 0) return 'blocked under an assumption';
  if (verdict === 'allowed' && assumptions.length === 0 && !all) {
    return 'allowed without assumptions, and yet an assignment fails';
  }
  if (!isAnythingUnknown && assumptions.length > 0) return 'nothing is unknown, and yet something is assumed';
  return undefined;
}

/** Judges one case, counts it, and says what is wrong. `limit`: as many calls may be tried. */
export function check(evaluate: Evaluate, chain: ChainCase, tally: Tally, limit: number): string | undefined {
  const judgement = judge(chain, limit);
  const verdict = evaluate(chain.world, chain.source, chain.target);
  count(tally, chain, judgement, verdict);
  return contradictionOf(verdict, judgement);
}

function count(tally: Tally, chain: ChainCase, judgement: Judgement, verdict: Verdict): void {
  const add = (name: string, is = true): void => {
    if (is) tally.set(name, (tally.get(name) ?? 0) + 1);
  };
  const { some, all, isAnythingUnknown, isComplete, tried } = judgement;
  add('cases');
  add('impossible worlds', tried === 0);
  if (tried === 0) return;
  add('sampled only', !isComplete);
  add('nothing unknown', !isAnythingUnknown);
  const truth = all ? 'every assignment succeeds' : some ? 'some assignments succeed' : 'no assignment succeeds';
  const said = `${verdict.verdict}${verdict.assumptions.length > 0 ? ' with assumptions' : ''}`;
  if (some || isComplete) {
    add(truth);
    add(`${truth}: ${said}`);
  }
  for (const feature of featuresOf(chain)) {
    add(`feature ${feature}`);
    add(`feature ${feature}, open`, some);
  }
}
