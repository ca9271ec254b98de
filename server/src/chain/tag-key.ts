import { parameterRules } from '../catalog/sts-parameters.ts';
import type { Entity, EntityTags } from '../role/entity.ts';
import type { Listed } from '../role/grant.ts';
import { literalText } from '../role/text.ts';
import type { Call } from './call.ts';
import { resolveText, type Variable } from './environment.ts';
import { absent, type KeyState, openKey, present } from './key-state.ts';
import { matchText } from './match.ts';
import type { Request } from './request.ts';
import { kindOfParameter } from './word-kind.ts';

// The tags of roles and users have the same characters.
const TAG_VALUE = kindOfParameter(parameterRules.tagValue);
const TAG_KEY = kindOfParameter(parameterRules.tagKey);

/** `aws:PrincipalTag/…`, `aws:ResourceTag/…`; undefined for another key. */
export function entityTag(request: Request, key: string): KeyState | undefined {
  const slash = key.indexOf('/');
  if (slash < 0) return undefined;
  const tagKey = key.slice(slash + 1);
  switch (key.slice(0, slash)) {
    case 'aws:principaltag':
      return principalTag(request, key, tagKey);
    case 'aws:resourcetag':
    case 'iam:resourcetag':
      // Two names of the same tag: one variable.
      return tagOf(request, request.target.tags, `aws:resourcetag/${tagKey}`, tagKey, request.target.kind === 'anyone');
    default:
      return undefined;
  }
}

/** Session tags hide those of the role. A session has them only where the role's own trust policy lets them be set. */
function principalTag(request: Request, key: string, tagKey: string): KeyState {
  const { source, caller } = request;
  if (caller === 'account') return openKey(request, key, { isChoice: true, words: TAG_VALUE });
  if (caller === 'service' || caller === 'federated') return openKey(request, key, { words: TAG_VALUE });
  if (caller === 'user' || !mayHaveSessionTags(source)) return tagOf(request, source.tags, key, tagKey, false);
  const isOwn = source.tags.values.some((tag) => tag.key.toLowerCase() === tagKey);
  return openKey(request, key, { mayBeAbsent: !isOwn, words: TAG_VALUE });
}

function mayHaveSessionTags({ trust }: Entity): boolean {
  return trust === undefined || trust.some(({ effect, actions }) => effect !== 'Deny' && mayName(actions, TAG_SESSION));
}

export const TAG_SESSION = 'sts:TagSession';

function mayName(listed: Listed | undefined, action: string): boolean {
  if (listed === undefined) return false;
  if (!listed.complete) return true;
  const truths = listed.values.map((value) => matchText(value, [action], 'like-ignoring-case'));
  return listed.negated ? !truths.includes(true) : truths.some((truth) => truth !== false);
}

/** Tag keys are not case-sensitive: IAM User Guide, tags for IAM resources. */
function tagOf(request: Request, tags: EntityTags, key: string, tagKey: string, isChoice: boolean): KeyState {
  const found = tags.values.find((tag) => tag.key.toLowerCase() === tagKey);
  if (found !== undefined) return present(found.value);
  return tags.complete && !isChoice ? absent : openKey(request, key, { isChoice, words: TAG_VALUE });
}

/**
 * The keys of tags that the caller passes hang together: `aws:TagKeys` has the key of every `aws:RequestTag/…`, and only
 * tags that are passed can be transitive. So the keys are chosen before the values. Undefined for another key.
 */
export function passedTag(call: Call, key: string): KeyState | undefined {
  const { request, environment } = call;
  if (key === 'aws:tagkeys') return { type: 'open', variable: passedTagKeys(request) };
  const tagKey = key.startsWith('aws:requesttag/') ? key.slice('aws:requesttag/'.length) : undefined;
  if (tagKey === undefined && key !== 'sts:transitivetagkeys') return undefined;
  const variable = passedTagKeys(request);
  const chosen = environment.get(variable.id)?.texts;
  if (chosen === undefined) return { type: 'pending', variable, tagKey };
  if (chosen.length === 0) return absent;
  if (tagKey === undefined) return openKey(request, key, { isChoice: true, isMany: true, among: chosen });
  const isPassed = chosen.some((text) => literalText(resolveText(text, environment))?.toLowerCase() === tagKey);
  return isPassed
    ? openKey(request, key, { isChoice: true, mayBeAbsent: false, isMany: false, words: TAG_VALUE })
    : absent;
}

/** What `aws:TagKeys` is: chosen by the caller. */
export function passedTagKeys(request: Request): Variable {
  const state = openKey(request, 'aws:tagkeys', { isChoice: true, isMany: true, words: TAG_KEY });
  if (state.type !== 'open') throw new Error('the keys of tags are chosen');
  return state.variable;
}
