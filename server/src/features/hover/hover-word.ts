import { table } from '../../base/table.ts';
import { findGlobalConditionKey } from '../../catalog/condition-keys.ts';
import { parseOperator } from '../../catalog/condition-operators.ts';
import { isKeyOf } from '../../catalog/find-condition-key.ts';
import type { IamData } from '../../catalog/iam-data.ts';
import type { IamDescriptions } from '../../catalog/iam-descriptions.ts';
import { actionsMatching, conditionKeysOf, splitAction } from '../../catalog/iam-queries.ts';
import { actionPage, conditionKeyPage, operatorsPage, referencePage } from '../../catalog/reference-pages.ts';
import { describeSubject } from '../completion/describe-subject.ts';
import type { KnownNames } from '../organization-lookup.ts';
import { hoverPrincipal } from './hover-principal.ts';
import { hoverSize } from './hover-size.ts';
import type { HoverText, Link } from './hover-text.ts';
import type { PolicyWord } from './policy-word.ts';

/** What is known beside the text. */
export interface Knowledge {
  readonly data: IamData;
  readonly descriptions: () => IamDescriptions;
  readonly names: KnownNames;
}

/** What is said of a word of a policy; undefined where nothing is known of it. */
export function hoverWord(word: PolicyWord, known: Knowledge): HoverText | undefined {
  switch (word.is) {
    case 'action':
      return hoverAction(word.name, known);
    case 'key':
      return hoverKey(word.name, known);
    case 'operator':
      return hoverOperator(word.name, known);
    case 'principal type':
      return titled(word.name, describeSubject({ of: 'principal', name: word.name }, known.data, known.descriptions));
    case 'principal':
      return hoverPrincipal(word, word.principal, known);
    case 'document':
      return hoverSize(word.policy);
    default:
      return word satisfies never;
  }
}

function hoverAction(name: string, { data, descriptions }: Knowledge): HoverText | undefined {
  if (name === '*') return { title: '`*`', details: ['Every action of every service.'] };
  const { prefix = '', name: action = '' } = splitAction(name) ?? {};
  const service = data.findService(prefix);
  if (service === undefined) return undefined;
  const details = describeSubject({ of: 'action', name }, data, descriptions);
  const isPattern = /[*?]/.test(action);
  const own = isPattern ? undefined : service.actions.get(action.toLowerCase());
  if (!isPattern && own === undefined) return undefined;
  if (isPattern && actionsMatching(service, action).length === 0) return undefined;
  const url = isPattern ? referencePage(service, 'actions-as-permissions') : actionPage(service, action);
  return {
    title: own === undefined ? quoted(name) : `${quoted(`${service.prefix}:${own.name}`)}, ${service.name ?? prefix}`,
    details,
    ...linkTo(url),
  };
}

function hoverKey(name: string, { data, descriptions }: Knowledge): HoverText | undefined {
  const global = findGlobalConditionKey(name);
  const service = data.findService(name.slice(0, Math.max(0, name.indexOf(':'))));
  const key = service?.conditionKeys.find((each) => isKeyOf(each.name, name));
  const { type, multivalued } = global ?? key ?? {};
  if (global === undefined && key === undefined) return undefined;
  const traits = `${typeNames[type ?? ''] ?? 'Type not documented'}, ${multivalued ? 'many values' : 'one value'}.`;
  const said = describeSubject({ of: 'key', name }, data, descriptions);
  const actions =
    global === undefined && service !== undefined
      ? [...service.actions.values()].filter((each) =>
          [...conditionKeysOf(each)].some((other) => isKeyOf(other.name, name)),
        )
      : [];
  const many = multivalued && global === undefined ? ['Ask with `ForAnyValue:` or `ForAllValues:`.'] : [];
  return {
    title: quoted(name),
    details: [
      traits,
      ...said,
      ...many,
      ...(actions.length === 0 ? [] : [`In requests for ${listNames(actions.map((each) => each.name))}.`]),
    ],
    ...linkTo(conditionKeyPage(data, name)),
  };
}

const typeNames: Readonly<Record<string, string>> = table({
  string: 'String',
  arn: 'ARN',
  numeric: 'Number',
  date: 'Date',
  bool: '`true` or `false`',
  ip: 'IP address',
  binary: 'Binary, in Base64',
});

function hoverOperator(name: string, { data, descriptions }: Knowledge): HoverText | undefined {
  const use = parseOperator(name);
  if (use === undefined) return undefined;
  const details = describeSubject({ of: 'operator', name }, data, descriptions);
  return { title: quoted(use.canonical), details, link: { label: 'Condition operators', url: operatorsPage } };
}

function titled(name: string, details: readonly string[]): HoverText | undefined {
  return details.length === 0 ? undefined : { title: quoted(name), details };
}

function linkTo(url: string | undefined): { readonly link?: Link } {
  if (url === undefined) return {};
  const label = url.includes('/service-authorization/') ? 'Service Authorization Reference' : 'IAM User Guide';
  return { link: { label, url } };
}

const mostNames = 6;

function listNames(names: readonly string[]): string {
  const more = names.length - mostNames;
  const shown = names.slice(0, more > 1 ? mostNames : names.length).map(quoted);
  return `${shown.join(', ')}${more > 1 ? ` and ${more} more` : ''}`;
}

function quoted(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

/** How many documented actions a name with wildcards stands for; undefined where that is not known, or where it has none. */
export function countActions(name: string, data: IamData): number | undefined {
  const { prefix = '', name: pattern = '' } = splitAction(name) ?? {};
  const service = /[*?]/.test(pattern) && !/[*?]/.test(prefix) ? data.findService(prefix) : undefined;
  return service && actionsMatching(service, pattern).length;
}
