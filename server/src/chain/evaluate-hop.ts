import { oncePer } from '../base/once.ts';
import type { Entity, Place, World } from '../role/entity.ts';
import { isAuthorized } from './authorize.ts';
import { carriedAlong } from './carried-along.ts';
import { nameOf, quote, quoteText } from './describe.ts';
import { nothingAssigned } from './environment.ts';
import { explainAllowed, explainBlocked } from './explain.ts';
import { nearWorld } from './near-world.ts';
import { type PlacePair, placePairs } from './place-pairs.ts';
import { type Request, requestsOf, unknownPlace } from './request.ts';
import { type Budget, type Found, findAssumptions, usualBudget } from './search.ts';
import type { Assumption, Reason, Verdict } from './verdict.ts';

/** Whether the source may assume the target. */
export function evaluateHop(whole: World, source: Entity, target: Entity, budget: Budget = usualBudget): Verdict {
  if (!source.unseen.some(({ isUnread }) => isUnread)) return evaluate(whole, source, target, budget);
  // What is written says more than what was not read, also where it rests on more.
  const bySight = evaluate(whole, withoutUnreadAllow(source), target, budget);
  return bySight.verdict === 'allowed' ? bySight : evaluate(whole, source, target, budget);
}

const withoutUnreadAllow = oncePer(
  (source: Entity): Entity => ({
    ...source,
    unseen: source.unseen.map((each) =>
      each.isUnread ? { ...each, known: { mayAllow: false, mayDeny: true } } : each,
    ),
  }),
);

/** For some place of each, since a stack set's role lives in many. */
function evaluate(whole: World, source: Entity, target: Entity, budget: Budget): Verdict {
  const world = nearWorld(whole, source);
  const { pairs, isComplete } = placePairs(world, source, target, placesOf(source), placesOf(target));
  const answers = pairs.map((pair) => evaluateAt(world, pair, budget));
  const [first, ...more] = answers;
  if (first === undefined) return new LazyVerdict('blocked', [], () => []);
  const best = more.reduce((one, two) => (rank(two) < rank(one) ? two : one), first);
  if (best.found.type === 'never' && !isComplete)
    return new LazyVerdict('allowed', [undecided(best.request)], () => explainAllowed(best.request));
  if (best.found.type === 'never') return new LazyVerdict('blocked', [], () => explainBlocked(best.request));
  const environment = best.found.type === 'holds' ? best.found.environment : undefined;
  const assumptions = [
    ...assumptionsOf(best),
    ...assumedPlaces(answers, best, source, target),
    ...carriedAlong(best.request, environment ?? nothingAssigned),
  ];
  return new LazyVerdict('allowed', assumptions, () => explainAllowed(best.request, environment));
}

/** Few of a workspace's reasons are ever read. A class: an object with a getter of its own costs engines far more. */
class LazyVerdict implements Verdict {
  readonly verdict: Verdict['verdict'];
  readonly assumptions: readonly Assumption[];
  readonly #explain: () => readonly Reason[];
  #reasons: readonly Reason[] | undefined;

  constructor(verdict: Verdict['verdict'], assumptions: readonly Assumption[], explain: () => readonly Reason[]) {
    this.verdict = verdict;
    this.assumptions = assumptions;
    this.#explain = explain;
  }

  get reasons(): readonly Reason[] {
    this.#reasons ??= this.#explain();
    return this.#reasons;
  }
}

interface Answer {
  readonly request: Request;
  readonly found: Found;
  readonly sourcePlaces: readonly Place[];
  readonly targetPlaces: readonly Place[];
}

function placesOf(entity: Entity): readonly Place[] {
  return entity.places.length === 0 ? [unknownPlace(entity)] : entity.places;
}

function evaluateAt(world: World, pair: PlacePair, budget: Budget): Answer {
  const { source, target, sourcePlace, targetPlace, sourcePlaces, targetPlaces } = pair;
  const answers = requestsOf(world, source, target, sourcePlace, targetPlace).map((request): Answer => {
    const found = findAssumptions(request, isAuthorized, budget);
    return { request, found, sourcePlaces, targetPlaces };
  });
  return answers.reduce((one, two) => (rank(two) < rank(one) ? two : one));
}

/** The fewer assumptions the better. */
function rank({ found }: Answer): number {
  if (found.type === 'holds') return found.assumed.length;
  return found.type === 'undecided' ? 1_000_000 : 2_000_000;
}

function assumptionsOf({ request, found }: Answer): readonly Assumption[] {
  if (found.type === 'never') return [];
  if (found.type === 'undecided') return [undecided(request)];
  return found.assumed.map((variable) => ({
    sentence: found.environment.get(variable.id)?.say() ?? variable.label,
    about: variable.about,
  }));
}

function undecided({ source, target }: Request): Assumption {
  const sentence = `the unknown values let ${nameOf(source)} assume ${nameOf(target)}: there are too many of them to decide it`;
  return { sentence, about: 'undecided' };
}

/** Where not all places answer alike, which of them do as the best. */
function assumedPlaces(
  answers: readonly Answer[],
  best: Answer,
  source: Entity,
  target: Entity,
): readonly Assumption[] {
  if (answers.every((answer) => rank(answer) === rank(best))) return [];
  const good = answers.filter((answer) => rank(answer) === rank(best));
  return [
    ...assumedPlace(source, [...new Set(good.flatMap(({ sourcePlaces }) => sourcePlaces))]),
    ...assumedPlace(target, [...new Set(good.flatMap(({ targetPlaces }) => targetPlaces))]),
  ];
}

/** So many places are told by name. */
const MOST_NAMES = 4;

function assumedPlace(entity: Entity, good: readonly Place[]): readonly Assumption[] {
  if (good.length === entity.places.length || entity.places.length === 0) return [];
  const names = good.map(({ unit, account }) => (unit === undefined ? quoteText(account) : quote(unit)));
  const more = names.length > MOST_NAMES ? [`one of ${names.length - MOST_NAMES} more`] : [];
  const sentence = `${nameOf(entity)} is the one in ${[...names.slice(0, MOST_NAMES), ...more].join(' or ')}`;
  return [{ sentence, about: `place:${entity.id}` }];
}
