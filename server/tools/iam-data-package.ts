import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the package holds, in the shape of its files. */
export interface IamPackage {
  readonly version: string;
  /** The day of the data, `2026-09-26`. */
  readonly date: string;
  readonly services: readonly PackagedService[];
}

export interface PackagedService {
  readonly prefix: string;
  readonly name: string;
  readonly actions: readonly PackagedAction[];
  readonly resourceTypes: readonly PackagedResourceType[];
  readonly conditionKeys: readonly PackagedConditionKey[];
}

export interface PackagedAction {
  readonly name: string;
  readonly description: string;
  readonly accessLevel: string;
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: readonly PackagedActionResource[];
}

export interface PackagedActionResource {
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
}

export interface PackagedResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

export interface PackagedConditionKey {
  readonly key: string;
  readonly description: string;
  readonly type: string;
}

/** Reads the files of the package: loading its modules takes longer, and they do not give all of it. */
export function readIamPackage(folder: string): IamPackage {
  const manifest = readJson<{ readonly version: string; readonly updatedAt: string }>(join(folder, 'package.json'));
  const data = join(folder, 'data');
  const names = readJson<Readonly<Record<string, string>>>(join(data, 'serviceNames.json'));
  const prefixes = readJson<readonly string[]>(join(data, 'services.json'));
  const valuesIn = <Item>(kind: string, prefix: string): readonly Item[] =>
    Object.values(readJson<Readonly<Record<string, Item>>>(join(data, kind, `${prefix}.json`)));
  const services = prefixes.map((prefix) => ({
    prefix,
    name: names[prefix] ?? prefix,
    actions: valuesIn<PackagedAction>('actions', prefix),
    resourceTypes: valuesIn<PackagedResourceType>('resourceTypes', prefix),
    conditionKeys: valuesIn<PackagedConditionKey>('conditionKeys', prefix),
  }));
  return { version: manifest.version, date: manifest.updatedAt.slice(0, 10), services };
}

/** Two services write the part of a key that stands for any tag as if it were a tag. */
function readJson<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(file, 'utf8').replaceAll('/tag-key"', '/${TagKey}"')) as Shape;
}
