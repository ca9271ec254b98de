import { keptWith } from '../base/once.ts';
import type { TemplateScope } from '../features/hover/hover-expression.ts';
import type { NestedModel } from '../lint/model.ts';
import { openScopes } from '../role/assemble-world.ts';
import type { ResolvedScope } from '../role/resolver.ts';
import type { Analysis } from '../service/analysis.ts';
import { declarationsOf } from '../service/declarations.ts';
import type { PlacedFragment } from '../service/fragment-at.ts';
import type { Chains } from './chains.ts';
import { pathOf } from './document-uri.ts';

/**
 * What the expressions of a fragment mean: as the workspace says, or as the document alone says where the workspace has
 * nothing of it. Undefined for what is no template.
 */
export function templateScope(
  { chains }: { readonly chains: Pick<Chains, 'scope'> },
  uri: string,
  own: Analysis,
  { id, model }: Pick<PlacedFragment, 'id' | 'model'>,
  nested: NestedModel | undefined,
): TemplateScope | undefined {
  if (!model.inTemplate) return undefined;
  const path = pathOf(uri);
  const number = Number(/^(\d+):/.exec(id)?.[1] ?? 0);
  const document = number === 0 ? path : `${path}#${number + 1}`;
  const scope = nested === undefined ? document : `${document}#${model.tree.path[1] ?? ''}`;
  const resolved = chains.scope(scope) ?? scopesAlone(path, own)(scope);
  const view = nested?.view ?? own.state?.documents[number]?.view;
  return resolved && { resolved, typeOf: (each) => view?.findResource(each)?.type };
}

const alone = keptWith<Analysis, (id: string) => ResolvedScope | undefined>();

function scopesAlone(path: string, own: Analysis): (id: string) => ResolvedScope | undefined {
  const known = alone.get(own);
  if (known !== undefined) return known;
  const { scopes, resolve } = openScopes([{ declarations: declarationsOf(path, own) }]);
  const find = (id: string) => {
    const scope = scopes.all.find((each) => each.id === id);
    return scope && resolve(scope);
  };
  alone.set(own, find);
  return find;
}
