import { wildcardMatches } from '../base/wildcard.ts';
import { commonServices } from '../catalog/common-services.ts';
import type { IamData } from '../catalog/iam-data.ts';
import { splitAction } from '../catalog/iam-queries.ts';
import type { Action, Service } from '../catalog/iam-service.ts';

/** What a search for actions finds. */
export type ActionMatch =
  | { readonly kind: 'action'; readonly service: Service; readonly action: Action }
  | { readonly kind: 'wildcard'; readonly service: Service; readonly pattern: string; readonly covers: number }
  | { readonly kind: 'service'; readonly service: Service };

/** A shorter word is in the names of thousands. */
const shortestWord = 3;

/**
 * The actions that a person may mean who has typed this much: of a service where its colon is typed, else services and
 * the actions of any whose name holds the word. The likelier come first. A wildcard is offered to those only who type it.
 */
export function findActions(data: IamData, typed: string): readonly ActionMatch[] {
  const { prefix, name } = splitAction(typed) ?? {};
  if (prefix === undefined || name === undefined) return typed.includes(':') ? [] : findByWord(data, typed);
  const service = data.findService(prefix);
  return service === undefined ? [] : findInService(service, name);
}

function findByWord(data: IamData, typed: string): readonly ActionMatch[] {
  const word = typed.toLowerCase();
  const common = commonServices.filter((prefix) => data.prefixes.includes(prefix));
  if (word === '') return common.flatMap((prefix) => toServices(data, prefix));
  const all = [...new Set([...common, ...data.prefixes])];
  const names = all.toSorted((a, b) => Number(b.startsWith(word)) - Number(a.startsWith(word)));
  const services = names.filter((prefix) => prefix.includes(word)).flatMap((prefix) => toServices(data, prefix));
  if (word.length < shortestWord) return services;
  const found = all.flatMap((prefix) => {
    const service = data.findService(prefix);
    return service === undefined ? [] : toActions(service, (name) => name.includes(word));
  });
  return [...services, ...found.toSorted((a, b) => rank(a, word) - rank(b, word))];
}

function findInService(service: Service, typed: string): readonly ActionMatch[] {
  const word = typed.toLowerCase();
  if (/[*?]/.test(word)) {
    const actions = toActions(service, (name) => wildcardMatches(word, name));
    return [...toWildcard(service, typed, actions.length), ...actions];
  }
  return toActions(service, (name) => name.includes(word)).toSorted((a, b) => rank(a, word) - rank(b, word));
}

type SingleMatch = Extract<ActionMatch, { kind: 'action' }>;

/** The name itself, then those that begin so, then the others. */
function rank({ action }: SingleMatch, word: string): number {
  const name = action.name.toLowerCase();
  if (name === word) return 0;
  return name.startsWith(word) ? 1 : 2;
}

function toActions(service: Service, isMeant: (name: string) => boolean): readonly SingleMatch[] {
  return [...service.actions].flatMap(([name, action]) => (isMeant(name) ? [{ kind: 'action', service, action }] : []));
}

function toWildcard(service: Service, pattern: string, covers: number): readonly ActionMatch[] {
  return covers > 1 ? [{ kind: 'wildcard', service, pattern, covers }] : [];
}

function toServices(data: IamData, prefix: string): readonly ActionMatch[] {
  const service = data.findService(prefix);
  return service === undefined || service.actions.size === 0 ? [] : [{ kind: 'service', service }];
}
