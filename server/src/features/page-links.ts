import { keptWith } from '../base/once.ts';
import type { Span } from '../base/span.ts';
import type { IamData } from '../catalog/iam-data.ts';
import { splitAction } from '../catalog/iam-queries.ts';
import { actionPage, conditionKeyPage, referencePage, serviceOfPrincipal } from '../catalog/reference-pages.ts';
import type { FragmentModel } from '../lint/model.ts';
import { describeParts } from '../policy/value.ts';
import { type PolicyWord, wordsOf } from './hover/policy-word.ts';
import { policiesOf } from './mention-place.ts';

/** A word of a policy and the page of AWS's documentation on it. */
export interface PageLink {
  /** In the fragment's text. */
  readonly span: Span;
  readonly url: string;
}

/** The links of a fragment: from actions, condition keys and service principals whose page is certain. */
export function pageLinks(model: FragmentModel, data: IamData): readonly PageLink[] {
  const links = known.get(model) ?? policiesOf(model).flatMap((policy) => linksOf([...wordsOf(policy)], data));
  known.set(model, links);
  return links;
}

/** A model never changes, and the data is the same as long as the server runs. */
const known = keptWith<FragmentModel, readonly PageLink[]>();

function linksOf(words: readonly PolicyWord[], data: IamData): readonly PageLink[] {
  return words.flatMap((word) => {
    const url = pageOf(word, data);
    return url === undefined ? [] : [{ span: word.span, url }];
  });
}

function pageOf(word: PolicyWord, data: IamData): string | undefined {
  switch (word.is) {
    case 'action': {
      const { prefix = '', name = '' } = splitAction(word.name) ?? {};
      const service = data.findService(prefix);
      if (service === undefined) return undefined;
      return /[*?]/.test(name) ? referencePage(service, 'actions-as-permissions') : actionPage(service, name);
    }
    case 'key':
      return conditionKeyPage(data, word.name);
    case 'principal': {
      const { type, value } = word.principal;
      const service = type === 'Service' ? serviceOfPrincipal(data, describeParts(value.parts)) : undefined;
      return service && referencePage(service);
    }
    default:
      return undefined;
  }
}
