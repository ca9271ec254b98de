import type { Grant } from '../role/grant.ts';
import { describeText, type Text } from '../role/text.ts';
import type { Call } from './call.ts';
import { conditionHolds } from './condition.ts';
import { namesCallerAnyhow } from './principal.ts';
import { actionMatches, resourceMatches } from './statement.ts';
import type { StatementPart } from './verdict.ts';

/** The statement that comes nearest to allowing an action, and what of it fails. */
export interface Nearest {
  readonly grant: Grant;
  /** Undefined where no part fails by itself. */
  readonly part: StatementPart | undefined;
}

/** Whether `Principal` or `Resource` says whom a statement is about. */
export type About = 'principal' | 'resource';

/** Undefined where none is about both the action and the other side. */
export function findNearest(call: Call, grants: readonly Grant[], action: string, about: About): Nearest | undefined {
  let best: { readonly grant: Grant; readonly score: number } | undefined;
  for (const grant of grants) {
    if (grant.effect === 'Deny') continue;
    const score = scoreOf(call, grant, action, about);
    if (score > 0 && score > (best?.score ?? 0)) best = { grant, score };
  }
  return best === undefined ? undefined : { grant: best.grant, part: failingPart(call, best.grant, action, about) };
}

function scoreOf(call: Call, grant: Grant, action: string, about: About): number {
  const does = actionMatches(call, grant, action) !== false;
  const fits = fitsAbout(call, grant, about);
  const likeness = fits ? 1 : Math.max(0, ...valuesAbout(grant, about).map((value) => likenessOf(call, value, about)));
  if (!does && !fits) return 0;
  if (likeness === 0 && !does) return 0;
  const count = grant.conditions.length;
  const held = grant.conditions.filter((_, index) => conditionHolds(call, grant, index) !== false).length;
  return (does ? 100 : 0) + (fits ? 50 : 0) + likeness * 30 + (count === 0 ? 1 : held / count) + 1;
}

function fitsAbout(call: Call, grant: Grant, about: About): boolean {
  if (about === 'resource') return resourceMatches(call, grant) !== false;
  return namesCallerAnyhow(call, grant) !== false;
}

function valuesAbout(grant: Grant, about: About): readonly Text[] {
  if (about === 'resource') return grant.resources?.values ?? [];
  return grant.principals?.values.map(({ value }) => value) ?? [];
}

/** From 0 to 1: how much a value looks like the ARN that is meant. */
function likenessOf({ request }: Call, value: Text, about: About): number {
  const wanted = about === 'resource' ? request.resource : (request.principalArn ?? request.source.name);
  const [one, two] = [value, wanted].map((text) => describeText(text).toLowerCase());
  if (one === undefined || two === undefined) return 0;
  const name = two.slice(two.lastIndexOf('/') + 1);
  if (one.slice(one.lastIndexOf('/') + 1) === name) return 1;
  const account = two.split(':')[4] ?? '';
  return one.includes(name) ? 0.6 : account !== '' && one.includes(account) ? 0.3 : 0.1;
}

function failingPart(call: Call, grant: Grant, action: string, about: About): StatementPart | undefined {
  if (actionMatches(call, grant, action) === false) return { element: 'action' };
  if (!fitsAbout(call, grant, about)) {
    const values = valuesAbout(grant, about);
    const likeness = values.map((value) => likenessOf(call, value, about));
    const index = likeness.indexOf(Math.max(...likeness));
    return index < 0 ? { element: about } : { element: about, index };
  }
  const index = grant.conditions.findIndex((_, at) => conditionHolds(call, grant, at) === false);
  return index < 0 ? undefined : { element: 'condition', index };
}
