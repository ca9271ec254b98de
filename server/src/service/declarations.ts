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
    const known = new Map(previous?.documents[index]?.map((other) => [other.fragment, other]));
    return fragments.flatMap((each): FragmentDeclarations[] => {
      const fragment = fragmentId(index, each);
      const before = known.get(fragment);
      const declarations = declareFragment({ path, fragment, inTemplate, model: each.model }, before?.declarations);
      if (declarations.length === 0) return [];
      return [before?.declarations === declarations ? before : { fragment, declarations }];
    });
  });
  return previous?.path === path && isSame(previous.documents, declared) ? previous : { path, documents: declared };
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
const known = new WeakMap<FragmentModel, { readonly key: string; readonly declarations: readonly Declaration[] }>();

function declareFragment(request: FragmentRequest, before: readonly Declaration[] | undefined): readonly Declaration[] {
  const { path, fragment, model } = request;
  const key = `${path}#${fragment}`;
  const found = known.get(model);
  if (found?.key === key && (before === undefined || found.declarations === before)) return found.declarations;
  const fresh = found?.key === key ? found.declarations : readDeclarations(request);
  const declarations = before !== undefined && JSON.stringify(before) === JSON.stringify(fresh) ? before : fresh;
  known.set(model, { key, declarations });
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
