import { type IdKind, idKindOf, rootOfUnit } from './ids.ts';
import type { Account, Organization, Unit } from './organization.ts';

/** Far more levels than AWS permits (five below the root); what is deeper is no organization. */
const deepest = 32;

/** An organization, or one sentence on what keeps the text from being one. */
export type OrganizationReading =
  | { readonly organization: Organization; readonly problem?: undefined }
  | { readonly organization?: undefined; readonly problem: string };

/**
 * The text of an organization, version 1 of the format that `readOrganization` reads: JSON with `version`, `id`,
 * `partition`, `managementAccount`, `loadedAt`, `source` and `root`; a unit has `id`, `name`, `units` and `accounts`, an
 * account `id`, `name` and `status`. `units` or `accounts` left out means: not known.
 */
export function writeOrganization({ id, partition, managementAccount, loadedAt, source, root }: Organization): string {
  return `${JSON.stringify({ version: 1, id, partition, managementAccount, loadedAt, source, root }, undefined, 2)}\n`;
}

/**
 * Reads what `writeOrganization` wrote, or a person. Where the text does not say when it was loaded, `loadedAt` (ISO 8601)
 * stands for it; without that it is taken to be as old as can be. Keys that are not known are passed over.
 */
export function readOrganization(text: string, loadedAt = new Date(0).toISOString()): OrganizationReading {
  const json = parse(text);
  if (!isObject(json)) return { problem: 'The file holds no organization: it is not a JSON object.' };
  const { version = 1, id, partition = 'aws', managementAccount, source } = json;
  if (version !== 1) return { problem: 'The file is of a newer version of this format: "version" is not 1.' };
  if (!isId(id, 'organization')) return { problem: `"id" is ${show(id)}, not an organization's id like o-a1b2c3d4e5.` };
  if (typeof partition !== 'string' || !/^aws[a-z-]*$/.test(partition))
    return { problem: `"partition" is ${show(partition)}, not one like aws or aws-cn.` };
  if (managementAccount !== undefined && !isId(managementAccount, 'account'))
    return { problem: `"managementAccount" is ${show(managementAccount)}, not an account's id of twelve digits.` };
  const time = json.loadedAt ?? loadedAt;
  if (typeof time !== 'string' || Number.isNaN(Date.parse(time)))
    return { problem: `"loadedAt" is ${show(time)}, not a time like 2026-11-22T08:00:00Z.` };
  const root = readUnit(json.root, { at: 'root', depth: 0, seen: new Set() });
  if (typeof root === 'string') return { problem: root };
  return {
    organization: {
      id,
      partition,
      ...(managementAccount !== undefined && { managementAccount }),
      root,
      loadedAt: time,
      source: source === 'aws' ? 'aws' : 'file',
    },
  };
}

interface Where {
  /** `root.units[2]` */
  readonly at: string;
  readonly depth: number;
  /** The root's id, undefined at the root itself. */
  readonly root?: string;
  /** The ids of the units before this one: each is there once. An account that is moved meanwhile may be there twice. */
  readonly seen: Set<string>;
}

/** The unit, or what is wrong with it. */
function readUnit(json: unknown, where: Where): Unit | string {
  const { at, depth, seen } = where;
  if (depth > deepest) return `"${at}" is nested deeper than AWS permits.`;
  if (!isObject(json)) return `"${at}" is ${show(json)}, not a JSON object.`;
  const { id, name = id } = json;
  const expected = where.root === undefined ? 'root' : 'unit';
  if (!isId(id, expected)) return `"${at}.id" is ${show(id)}, not ${examples[expected]}.`;
  if (where.root !== undefined && rootOfUnit(id) !== where.root)
    return `"${at}.id" is ${show(id)}, which belongs to another root than ${where.root}.`;
  if (seen.has(id)) return `"${at}.id" is ${show(id)}, which is there twice.`;
  seen.add(id);
  if (typeof name !== 'string') return `"${at}.name" is ${show(name)}, not a text.`;
  const below = { depth: depth + 1, root: where.root ?? id, seen };
  const units = readList(json.units, `${at}.units`, (each, place) => readUnit(each, { ...below, at: place }));
  if (typeof units === 'string') return units;
  const accounts = readList(json.accounts, `${at}.accounts`, readAccount);
  if (typeof accounts === 'string') return accounts;
  return { id, name, ...(units && { units }), ...(accounts && { accounts }) };
}

function readAccount(json: unknown, at: string): Account | string {
  if (!isObject(json)) return `"${at}" is ${show(json)}, not a JSON object.`;
  const { id, name = id, status } = json;
  if (!isId(id, 'account')) return `"${at}.id" is ${show(id)}, not ${examples.account}.`;
  if (typeof name !== 'string') return `"${at}.name" is ${show(name)}, not a text.`;
  return { id, name, ...(typeof status === 'string' && { status }) };
}

const examples = {
  root: "the root's id, like r-ab12",
  unit: "an organizational unit's id, like ou-ab12-cdefgh34",
  account: "an account's id: twelve digits, in quotes",
} as const;

function readList<T>(
  json: unknown,
  at: string,
  read: (each: unknown, at: string) => T | string,
): readonly T[] | string | undefined {
  if (json === undefined) return undefined;
  if (!Array.isArray(json)) return `"${at}" is ${show(json)}, not a list.`;
  const items: T[] = [];
  for (const [index, each] of json.entries()) {
    const item = read(each, `${at}[${index}]`);
    if (typeof item === 'string') return item;
    items.push(item);
  }
  return items;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function isId(value: unknown, kind: IdKind): value is string {
  return typeof value === 'string' && idKindOf(value) === kind;
}

/** A value in a sentence, short. */
function show(value: unknown): string {
  if (value === undefined) return 'not there';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
