import { keptWith } from '../base/once.ts';
import type { Steps } from '../base/steps.ts';
import type { Declaration, FragmentDeclarations, MappingDeclaration } from './declaration.ts';
import type { Text, TextPart, Unknown } from './text.ts';

/** What a template's declarations say taken together, looked up once for as long as they stay the same. */
export interface TemplateIndex {
  readonly declarations: readonly Declaration[];
  /** Parameters and resources share their names in a template. */
  readonly byId: ReadonlyMap<string, Declaration>;
  readonly maps: ReadonlyMap<string, MappingDeclaration>;
  /** Every local unknown that a text of the template has, once. */
  readonly locals: readonly Unknown[];
  /** Ids of those that stand where an ARN has its account. */
  readonly accounts: ReadonlySet<string>;
  /** Partitions of the ARNs that are written out. */
  readonly partitions: ReadonlySet<string>;
}

const known = keptWith<readonly FragmentDeclarations[], TemplateIndex>();
const knownNested = keptWith<readonly Declaration[], TemplateIndex>();

/** Of one document of a file. */
export function indexDocument(fragments: readonly FragmentDeclarations[]): TemplateIndex {
  const index = known.get(fragments) ?? indexAll(fragments.flatMap(({ declarations }) => declarations));
  known.set(fragments, index);
  return index;
}

/** The same, one declaration after the other: the first time each takes a look at all of its texts. */
export function* indexDocumentInSteps(fragments: readonly FragmentDeclarations[]): Steps<TemplateIndex> {
  for (const { declarations } of known.get(fragments) === undefined ? fragments : []) {
    for (const each of declarations) if (each.declares !== 'mapping') indexOne(each);
    yield;
  }
  return indexDocument(fragments);
}

/** Of a template that stands in a string. */
export function indexNested(declarations: readonly Declaration[]): TemplateIndex {
  const index = knownNested.get(declarations) ?? indexAll(declarations);
  knownNested.set(declarations, index);
  return index;
}

function indexAll(declarations: readonly Declaration[]): TemplateIndex {
  const byId = new Map<string, Declaration>();
  const maps = new Map<string, MappingDeclaration>();
  const locals = new Map<string, Unknown>();
  const accounts = new Set<string>();
  const partitions = new Set<string>();
  for (const each of declarations) {
    // An output may have the name of a resource, and is not what a reference means.
    const isNamed = each.declares !== 'output' && each.declares !== 'globals' && each.declares !== 'mapping';
    if (isNamed && !byId.has(each.id)) byId.set(each.id, each);
    if (each.declares === 'mapping') {
      maps.set(each.id, each);
      continue;
    }
    const own = indexOne(each);
    for (const part of own.locals) locals.set(part.unknown, part);
    for (const id of own.accounts) accounts.add(id);
    for (const partition of own.partitions) partitions.add(partition);
  }
  return { declarations, byId, maps, locals: [...locals.values()], accounts, partitions };
}

type OwnTexts = Pick<TemplateIndex, 'locals' | 'accounts' | 'partitions'>;

const knownTexts = keptWith<Declaration, OwnTexts>();

/** Of one declaration, which stays while the others of its template change. */
function indexOne(declaration: Declaration): OwnTexts {
  const index = knownTexts.get(declaration) ?? readTexts(declaration);
  knownTexts.set(declaration, index);
  return index;
}

function readTexts(declaration: Declaration): OwnTexts {
  const locals: Unknown[] = [];
  const accounts = new Set<string>();
  const partitions = new Set<string>();
  // The template in a stack set is one of its own.
  const { template: _, ...own } =
    declaration.declares === 'stack' ? declaration : { ...declaration, template: undefined };
  visitTexts(own, (text) => {
    collectPartition(text, partitions);
    for (const [at, part] of text.entries()) {
      if (typeof part === 'string') continue;
      locals.push(part);
      if (standsForAccount(text, at)) accounts.add(part.unknown);
    }
  });
  return { locals, accounts, partitions };
}

/** Every text in plain data: a list of parts of a text. */
function visitTexts(value: unknown, visit: (text: Text) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (isPart(value[0])) visit(value);
    else for (const item of value) visitTexts(item, visit);
    return;
  }
  for (const [key, each] of Object.entries(value)) if (!withoutTexts.includes(key)) visitTexts(each, visit);
}

const withoutTexts: readonly string[] = ['origin', 'source'];

function isPart(value: unknown): value is TextPart {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && 'unknown' in value);
}

function collectPartition([first]: Text, partitions: Set<string>): void {
  const partition = typeof first === 'string' ? /^arn:([a-z][a-z-]*):/.exec(first)?.[1] : undefined;
  if (partition !== undefined) partitions.add(partition);
}

/** `arn:…:…:…:HERE:…`: behind the fourth colon and alone in its field. */
function standsForAccount(text: Text, at: number): boolean {
  const [first] = text;
  const before = text[at - 1];
  const after = text[at + 1];
  if (typeof first !== 'string' || !first.startsWith('arn:')) return false;
  if (typeof before !== 'string' || !before.endsWith(':')) return false;
  if (typeof after !== 'string' || !after.startsWith(':')) return false;
  const colons = text.slice(0, at).map((part) => (typeof part === 'string' ? part.split(':').length - 1 : 0));
  return colons.reduce((sum, count) => sum + count, 0) === 4;
}
