import { keptWith, oncePer } from '../base/once.ts';
import { table } from '../base/table.ts';
import { wildcardMatches } from '../base/wildcard.ts';
import { findGlobalConditionKey, globalConditionKeys } from './condition-keys.ts';
import type { IamData } from './iam-data.ts';
import { likelyName, type Vocabulary, vocabularyOf } from './likely-name.ts';
import { likelyService } from './likely-service.ts';

/**
 * What is known of a condition key as a policy writes it.
 * `unknown`: its service, or AWS for the keys of all services, has none of that name; `likely` is what it may be meant
 * to be. `no tag`: the key of the tag is missing behind the slash. `no prefix`: nothing stands before a colon.
 * `unknown prefix`: no service and nothing else has such keys; `likely` is the key with the prefix that may be meant.
 * `retired`: an old name, of which AWS says which key to use instead.
 */
export type ConditionKeyAnswer =
  | { readonly is: 'known' | 'no prefix' }
  | { readonly is: 'no tag'; readonly name: string }
  | { readonly is: 'retired'; readonly instead: string }
  | { readonly is: 'unknown' | 'unknown prefix'; readonly prefix: string; readonly likely: string | undefined };

/** Looks a key up, in any case. */
export function lookUpConditionKey(data: IamData, key: string): ConditionKeyAnswer {
  const known = knownKeys.get(data) ?? new Set<string>();
  knownKeys.set(data, known);
  if (known.has(key)) return isKnown;
  const answer = lookUpAnew(data, key);
  // Tags are named as anybody likes: to keep them would never end.
  if (answer.is === 'known' && !/[/.]/.test(key)) known.add(key);
  return answer;
}

const isKnown: ConditionKeyAnswer = { is: 'known' };

/** Templates ask for the same few keys again and again. */
const knownKeys = keptWith<IamData, Set<string>>();

function lookUpAnew(data: IamData, key: string): ConditionKeyAnswer {
  // Keys of an identity provider begin with its host; what they are is the provider's affair.
  if (/^[^:]*\./.test(key)) return { is: 'known' };
  const global = findGlobalConditionKey(key);
  if (global !== undefined && (!global.name.endsWith('/') || key.length > global.name.length)) return { is: 'known' };
  const instead = retired[key.toLowerCase()];
  if (instead !== undefined) return { is: 'retired', instead };
  const colon = key.indexOf(':');
  if (colon <= 0) return { is: 'no prefix' };
  const prefix = key.slice(0, colon).toLowerCase();
  const service = data.findService(prefix);
  if (service !== undefined && service.name === undefined) return { is: 'known' };
  const keys = keysOf(data, prefix);
  if (keys === undefined) {
    const likely = likelyService(prefix, data.prefixes);
    return { is: 'unknown prefix', prefix, likely: likely && `${likely}${key.slice(colon)}` };
  }
  const wanted = key.toLowerCase();
  const missing = keys.tagged.find((each) => withoutTag(each).includes(wanted));
  if (missing !== undefined && !keys.written.has(wanted)) return { is: 'no tag', name: missing };
  if (keys.written.has(wanted) || keys.tagged.some((name) => isKeyOf(name, wanted))) return { is: 'known' };
  const likely = likelyName(key.slice(colon + 1), keys.vocabulary);
  return { is: 'unknown', prefix, likely: likely && `${key.slice(0, colon)}:${likely}` };
}

/** Source: Access Analyzer policy check reference, deprecated and unsupported global condition key. */
const retired: Readonly<Record<string, string>> = table({ 'aws:arn': 'aws:PrincipalArn' });

/** The condition keys with a prefix. */
interface Keys {
  /** All names, in small letters. */
  readonly written: ReadonlySet<string>;
  /** The names with a part such as `${TagKey}`, which stands for any text. */
  readonly tagged: readonly string[];
  /** Of the other names, without the prefix. */
  readonly vocabulary: Vocabulary;
}

/** Undefined where nothing has keys with that prefix. */
function keysOf(data: IamData, prefix: string): Keys | undefined {
  const known = keysByPrefix(data).get(prefix);
  if (known !== undefined) return known;
  const names = namesOf(data, prefix);
  if (names === undefined) return undefined;
  const complete = names.filter((name) => !isPattern(name)).map((name) => name.slice(prefix.length + 1));
  const keys: Keys = {
    written: new Set(names.map((name) => name.toLowerCase())),
    tagged: names.filter(isPattern),
    vocabulary: vocabularyOf(complete, commonWords),
  };
  keysByPrefix(data).set(prefix, keys);
  return keys;
}

/** There are no more prefixes than AWS has: one that nothing has is not kept. */
const keysByPrefix = oncePer((_: IamData) => new Map<string, Keys>());

function namesOf(data: IamData, prefix: string): readonly string[] | undefined {
  const start = `${prefix}:`;
  const keys = data.findService(prefix)?.conditionKeys.map(({ name }) => name) ?? data.otherKeys.map(([name]) => name);
  const own = keys.filter((name) => name.toLowerCase().startsWith(start));
  if (prefix === 'aws')
    return [...own, ...globalConditionKeys.map(({ name }) => (name.endsWith('/') ? `${name}\${TagKey}` : name))];
  return own.length > 0 || data.findService(prefix) !== undefined ? own : undefined;
}

const part = /\$\{[^}]*\}|<[^>]*>/g;

function isPattern(name: string): boolean {
  return name.search(part) >= 0;
}

/** Whether a key as a policy writes it is the one of that name, or one of those that a pattern of names stands for. */
export function isKeyOf(name: string, written: string): boolean {
  if (!/[$<]/.test(name)) return name.length === written.length && name.toLowerCase() === written.toLowerCase();
  // What stands for any text is not empty.
  return wildcardMatches(name.replace(part, '?*').toLowerCase(), written.toLowerCase());
}

/** How a name that ends in the key of a tag looks without it: with the slash, and without. */
function withoutTag(name: string): readonly string[] {
  const start = /^(.*[/:])(?:\$\{[^}]*\}|<[^>]*>)$/.exec(name)?.[1]?.toLowerCase();
  return start === undefined ? [] : [start, start.slice(0, -1)];
}

/** Words that any service may use for a key of its own. */
const commonWords: readonly string[] =
  'account arn id is key name org path principal region resource source tag type'.split(' ');
