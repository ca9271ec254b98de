import { keptWith } from '../base/once.ts';
import type { Steps } from '../base/steps.ts';
import type { FragmentModel } from '../lint/model.ts';
import type { Declaration, FileDeclarations, FragmentDeclarations } from '../role/declaration.ts';
import { declareStandalone } from '../role/declare-output.ts';
import { declareResource, declareSection, declareSections } from '../role/declare-template.ts';
import type { PlacedPolicy } from '../role/policy-grants.ts';
import { parseEmbeddedTemplate } from '../syntax/embedded.ts';
import type { Analysis } from './analysis.ts';
import type { FragmentFindings } from './check-document.ts';

/**
 * What a file declares of roles to the rest of the workspace. `previous` is what it declared before: it is returned
 * itself where nothing has changed, and so are its parts.
 */
export function declarationsOf(
  path: string,
  { state, recognised }: Pick<Analysis, 'state' | 'recognised'>,
  previous?: FileDeclarations,
): FileDeclarations {
  const documents = recognised && state ? state.documents : [];
  const declared = documents.map(({ fragments, inTemplate }, index) => {
    const find = finderIn(previous?.documents[index] ?? []);
    const found: FragmentDeclarations[] = [];
    for (const each of fragments) {
      const fragment = fragmentId(index, each);
      const request = { path, fragment, inTemplate, model: each.model };
      // Nothing is looked for that most fragments do not have.
      if (lastOf(request)?.length === 0) continue;
      const before = find(fragment);
      const declarations = declareFragment(request, before?.declarations);
      if (declarations.length === 0) continue;
      found.push(before?.declarations === declarations ? before : { fragment, declarations });
    }
    return found;
  });
  return previous?.path === path && isSame(previous.documents, declared) ? previous : { path, documents: declared };
}

/** Reads what a file declares, fragment by fragment, so that `declarationsOf` has it at hand. */
export function* declareInSteps(
  path: string,
  { state, recognised }: Pick<Analysis, 'state' | 'recognised'>,
): Steps<void> {
  const documents = recognised && state ? state.documents : [];
  for (const [index, { fragments, inTemplate }] of documents.entries())
    for (const each of fragments) {
      const request = { path, fragment: fragmentId(index, each), inTemplate, model: each.model };
      if (lastOf(request) !== undefined) continue;
      declareFragment(request, undefined);
      yield;
    }
}

/** Finds what a fragment declared before. They are asked for in their order, but for the few that an edit moved. */
function finderIn(before: readonly FragmentDeclarations[]): (fragment: string) => FragmentDeclarations | undefined {
  let next = 0;
  let byName: ReadonlyMap<string, FragmentDeclarations> | undefined;
  return (fragment) => {
    const expected = before[next];
    if (expected?.fragment === fragment) {
      next++;
      return expected;
    }
    byName ??= new Map(before.map((each) => [each.fragment, each]));
    const found = byName.get(fragment);
    if (found !== undefined) next = before.indexOf(found) + 1;
    return found;
  };
}

/** Names a fragment in its file, also where that has several documents. */
export function fragmentId(document: number, { key }: Pick<FragmentFindings, 'key'>): string {
  return document === 0 ? key : `${document}:${key}`;
}

/** All policies of a fragment in the order of their numbers in `Origin`. */
export function placedPolicies(model: FragmentModel): readonly PlacedPolicy[] {
  return [model, ...model.nested].flatMap(({ policies }) => policies).map((policy, number) => ({ policy, number }));
}

interface FragmentRequest {
  readonly path: string;
  readonly fragment: string;
  readonly inTemplate: boolean;
  readonly model: FragmentModel;
}

/** A model never changes: what it declares is read once, and only where somebody asks. */
const known = keptWith<FragmentModel, KnownDeclarations>();

interface KnownDeclarations extends Pick<FragmentRequest, 'path' | 'fragment'> {
  readonly declarations: readonly Declaration[];
}

function lastOf({ path, fragment, model }: FragmentRequest): readonly Declaration[] | undefined {
  const last = known.get(model);
  return last?.path === path && last.fragment === fragment ? last.declarations : undefined;
}

function declareFragment(request: FragmentRequest, before: readonly Declaration[] | undefined): readonly Declaration[] {
  const { path, fragment, model } = request;
  const found = lastOf(request);
  if (found !== undefined && (before === undefined || found === before)) return found;
  const fresh = found ?? readDeclarations(request);
  const declarations = before !== undefined && JSON.stringify(before) === JSON.stringify(fresh) ? before : fresh;
  known.set(model, { path, fragment, declarations });
  return declarations;
}

function readDeclarations({ path, fragment, inTemplate, model }: FragmentRequest): readonly Declaration[] {
  const { root, path: place } = model.tree;
  if (root === undefined) return [];
  const policies = placedPolicies(model);
  if (!inTemplate) return policies.length > 0 ? declareStandalone({ file: path, fragment, root, policies }) : [];
  const [section, id, ...more] = place;
  if (section === 'Resources' && id !== undefined && more.length === 0)
    return declareResource(
      { file: path, fragment, id, body: root, policies: policies.slice(0, model.policies.length) },
      model.nested.length > 0 ? readNested(model, path, fragment) : undefined,
    );
  return section !== undefined && id === undefined ? declareSection(section, root) : [];
}

function readNested(model: FragmentModel, file: string, fragment: string): readonly Declaration[] {
  const host = model.nested[0]?.embedding.host;
  const template = host && parseEmbeddedTemplate(host).root;
  const placed = placedPolicies(model);
  const resources = model.nested.flatMap(({ tree, policies, embedding }) => {
    const [, id] = tree.path;
    if (tree.root === undefined || id === undefined || embedding.host !== host) return [];
    const own = placed.filter(({ policy }) => policies.includes(policy));
    return declareResource({ file, fragment, id, body: tree.root, policies: own });
  });
  return template ? [...declareSections(template), ...resources] : resources;
}

function isSame(
  a: readonly (readonly FragmentDeclarations[])[],
  b: readonly (readonly FragmentDeclarations[])[],
): boolean {
  if (a.length !== b.length) return false;
  return a.every((each, index) => {
    const other = b[index] ?? [];
    return each.length === other.length && each.every((part, at) => part === other[at]);
  });
}
