import type { Entity, Place, World } from '../role/entity.ts';
import { isAuthorized } from './authorize.ts';
import { nameOf, quote, quoteText } from './describe.ts';
import { explainAllowed, explainBlocked } from './explain.ts';
import { type Request, requestsOf, unknownPlace } from './request.ts';
import { type Budget, type Found, findAssumptions, usualBudget } from './search.ts';
import type { Assumption, Verdict } from './verdict.ts';

/** Whether the source may assume the target: for some place of each, since a stack set's role lives in many. */
export function evaluateHop(world: World, source: Entity, target: Entity, budget: Budget = usualBudget): Verdict {
  const answers = placesOf(source).flatMap((sourcePlace) =>
    placesOf(target).map((targetPlace) => evaluateAt(world, source, target, sourcePlace, targetPlace, budget)),
  );
  const [first, ...more] = answers;
  if (first === undefined) return { verdict: 'blocked', assumptions: [], reasons: [] };
  const best = more.reduce((one, two) => (rank(two) < rank(one) ? two : one), first);
  if (best.found.type === 'never')
    return { verdict: 'blocked', assumptions: [], reasons: explainBlocked(best.request) };
  const assumptions = [...assumptionsOf(best), ...assumedPlaces(answers, best)];
  const environment = best.found.type === 'holds' ? best.found.environment : undefined;
  return { verdict: 'allowed', assumptions, reasons: explainAllowed(best.request, environment) };
}

interface Answer {
  readonly request: Request;
  readonly found: Found;
  readonly sourcePlace: Place;
  readonly targetPlace: Place;
}

function placesOf(entity: Entity): readonly Place[] {
  return entity.places.length === 0 ? [unknownPlace(entity)] : entity.places;
}

function evaluateAt(
  world: World,
  source: Entity,
  target: Entity,
  sourcePlace: Place,
  targetPlace: Place,
  budget: Budget,
): Answer {
  const answers = requestsOf(world, source, target, sourcePlace, targetPlace).map((request): Answer => {
    const found = findAssumptions(request, isAuthorized, budget);
    return { request, found, sourcePlace, targetPlace };
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
  if (found.type === 'undecided') {
    const sentence = `the values that are not known let ${nameOf(request.source)} assume ${nameOf(request.target)}, which was not decided`;
    return [{ sentence, about: 'undecided' }];
  }
  return found.assumed.map((variable) => ({
    sentence: found.environment.get(variable.id)?.sentence ?? variable.label,
    about: variable.about,
  }));
}

/** Where not all places answer alike, which of them do as the best. */
function assumedPlaces(answers: readonly Answer[], best: Answer): readonly Assumption[] {
  if (answers.every((answer) => rank(answer) === rank(best))) return [];
  const good = answers.filter((answer) => rank(answer) === rank(best));
  const { source, target } = best.request;
  return [
    ...assumedPlace(source, [...new Set(good.map(({ sourcePlace }) => sourcePlace))]),
    ...assumedPlace(target, [...new Set(good.map(({ targetPlace }) => targetPlace))]),
  ];
}

function assumedPlace(entity: Entity, good: readonly Place[]): readonly Assumption[] {
  if (good.length === entity.places.length || entity.places.length === 0) return [];
  const names = good.map(({ unit, account }) => (unit === undefined ? quoteText(account) : quote(unit)));
  const sentence = `${nameOf(entity)} is the one in ${names.join(' or ')}`;
  return [{ sentence, about: `place:${entity.id}` }];
}
