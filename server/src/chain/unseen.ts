import type { Entity, UnseenPolicy } from '../role/entity.ts';
import { type Call, optionOf } from './call.ts';
import { nameOf, quote } from './describe.ts';
import type { Named } from './principal.ts';
import type { Truth } from './truth.ts';

/** A role that is only named may trust anyone. The more it names, the more follows: the least is assumed first. */
export function unseenTrust(call: Call, source: Entity, target: Entity, as: Named): Truth {
  const of = target.kind === 'anyone' ? `some role that ${nameOf(source)} may assume` : nameOf(target);
  const trusts =
    target.kind === 'anyone' ? `the trust policy of ${of}` : `the trust policy of ${of}, which is not in sight,`;
  const name = nameOf(source);
  const chosen = optionOf(call, `trust:${target.id}`, () => [
    { value: 'account', sentence: `${trusts} lets ${name} assume it` },
    { value: 'entity', sentence: `${trusts} names ${name} itself` },
    { value: 'session', sentence: `${trusts} names sessions of ${name}` },
  ]);
  return chosen === undefined ? undefined : chosen === as;
}

/** A policy that is attached and not in sight. That it denies helps no call. */
export function unseenPolicy(call: Call, { id, label, known }: UnseenPolicy, wanted: 'allow' | 'deny'): Truth {
  const target = nameOf(call.request.target);
  const name = label.includes('`') ? label : quote(label);
  const neither = {
    value: 'neither',
    sentence: `${name}, which is not in sight, does not deny assuming ${target}`,
  };
  const allow = { value: 'allow', sentence: `${name}, which is not in sight, allows assuming ${target}` };
  const options = [...(known?.mayDeny === false ? [] : [neither]), ...(known?.mayAllow === false ? [] : [allow])];
  const chosen = optionOf(call, id, () => options);
  return chosen === undefined ? undefined : chosen === wanted;
}

/** An entity that is only named may have any permissions. */
export function unseenEntity(call: Call, wanted: 'allow' | 'deny'): Truth {
  const { source, target } = call.request;
  const of = `the permissions of ${nameOf(source)}, which are not in sight,`;
  const chosen = optionOf(call, `permissions:${source.id}`, () => [
    { value: 'neither', sentence: `${of} do not deny assuming ${nameOf(target)}` },
    { value: 'allow', sentence: `${of} allow assuming ${nameOf(target)}` },
  ]);
  return chosen === undefined ? undefined : chosen === wanted;
}
