import { mostChainedSeconds, sessionSeconds } from '../catalog/sts-parameters.ts';
import type { Grant } from '../role/grant.ts';
import { literalText } from '../role/text.ts';
import { type KeyState, openKey } from './key-state.ts';
import type { Request } from './request.ts';

const KEY = 'sts:durationseconds';
const AN_HOUR = { ...sessionSeconds, most: mostChainedSeconds };

/**
 * `sts:DurationSeconds`: the caller chooses, from 15 minutes "up to the maximum session duration set for the role", and
 * no more than an hour in a chain (STS API Reference, AssumeRole). A role's maximum is an hour or more.
 */
export function sessionSecondsKey(request: Request): KeyState {
  const longest = request.caller === 'role' ? mostChainedSeconds : request.target.maxSessionDuration;
  if (longest !== undefined)
    return openKey(request, KEY, {
      isChoice: true,
      range: { ...sessionSeconds, most: Math.min(longest, sessionSeconds.most) },
    });
  // Whether the role has a longer one is not known: only where an hour may not do is that assumed.
  return openKey(
    request,
    KEY,
    grantsOf(request).some(mayNeedMore) ? { range: sessionSeconds } : { isChoice: true, range: AN_HOUR },
  );
}

function grantsOf({ source, target, world }: Request): readonly Grant[] {
  const { permissions, boundary, sessionPolicies = [] } = source;
  return [
    ...(target.trust ?? []),
    ...permissions,
    ...(boundary?.type === 'seen' ? boundary.grants : []),
    ...sessionPolicies.flat(),
    ...world.controlPolicies.flatMap(({ grants }) => grants),
  ];
}

/** A statement that may want more than an hour: not one that allows less than so much, or denies more. */
function mayNeedMore({ effect, conditions }: Grant): boolean {
  return conditions.some((condition) => {
    if (condition.key.toLowerCase() !== KEY || /Null$/i.test(condition.operator)) return false;
    if (effect === 'Allow' && /LessThan/i.test(condition.operator)) return false;
    if (effect === 'Deny' && /GreaterThan/i.test(condition.operator)) return false;
    return condition.values.some((value) => !(Number(literalText(value)) < mostChainedSeconds));
  });
}
