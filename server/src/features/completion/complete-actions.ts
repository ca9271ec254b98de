import { wildcardMatches } from '../../base/wildcard.ts';
import { commonServices } from '../../catalog/common-services.ts';
import type { IamData } from '../../catalog/iam-data.ts';
import type { Service } from '../../catalog/iam-service.ts';
import { rcpServices } from '../../catalog/rcp-services.ts';
import { trustActions, trustActionsFor } from '../../catalog/sts-actions.ts';
import type { PolicyKind } from '../../policy/kind.ts';
import { trustedCallers } from '../../policy/trusted-callers.ts';
import { mayBe } from './kinds.ts';
import { cut, type Offer, type Offers } from './offer.ts';
import type { ValuePlace } from './place.ts';

/** Services first, and the actions of a service once it is there. */
export function offerActions(place: ValuePlace, typed: string, kinds: readonly PolicyKind[], data: IamData): Offers {
  const trust = mayBe(kinds, 'trust') ? offerTrustActions(place) : [];
  if (kinds.every((kind) => kind === 'trust')) return { offers: trust, isIncomplete: false };
  const colon = typed.indexOf(':');
  if (colon < 0) {
    const { offers, isIncomplete } = cut(offerServices(place, kinds, data), typed);
    return { offers: [...trust, ...offers], isIncomplete };
  }
  const prefix = typed.slice(0, colon);
  const service = data.findService(prefix);
  if (service === undefined) return { offers: trust, isIncomplete: false };
  const isSts = service.prefix === 'sts';
  const names = new Set(place.others.map((each) => each.toLowerCase()));
  const actions = offersOfService(service, prefix, typed.slice(colon + 1)).filter(
    ({ label }) => !names.has(label.toLowerCase()) && !(isSts && trust.some((each) => each.label === label)),
  );
  return cut([...(isSts ? trust : []), ...actions], typed);
}

/** What a trust policy can grant to those whom the statement names; to anyone where it names nobody yet. */
function offerTrustActions({ statement, others }: ValuePlace): readonly Offer[] {
  const callers = statement && trustedCallers(statement);
  const names = callers === undefined ? undefined : [...callers].map((each) => new Set(trustActionsFor(each)));
  return trustActions
    .filter(({ name, callers: granted }) => granted.length > 0 && !others.includes(name))
    .filter(({ name }) => names === undefined || names.every((each) => each.has(name)))
    .map(({ name, part }) => ({
      kind: 'action',
      label: name,
      description: part === 'assumes' ? 'assumes the role' : 'beside it',
      writing: { as: 'text', parts: [name] },
      subject: { of: 'action', name },
    }));
}

function offerServices({ others }: ValuePlace, kinds: readonly PolicyKind[], data: IamData): readonly Offer[] {
  const used = others.flatMap((each) => (each.includes(':') ? [each.slice(0, each.indexOf(':')).toLowerCase()] : []));
  const known = new Set(data.prefixes);
  const all = new Set([...used, ...commonServices, ...data.prefixes].filter((prefix) => known.has(prefix)));
  const prefixes = kinds.every((kind) => kind === 'rcp')
    ? [...all].filter((prefix) => rcpServices.includes(prefix))
    : [...all];
  return prefixes.map((prefix) => ({
    kind: 'service',
    label: `${prefix}:`,
    writing: { as: 'text', parts: [`${prefix}:`] },
    subject: { of: 'service', name: prefix },
    goesOn: true,
  }));
}

/** Every action, then wildcards with how many actions they stand for. */
function offersOfService(service: Service, prefix: string, typed: string): readonly Offer[] {
  const actions = [...service.actions.values()];
  const wanted = typed.toLowerCase();
  // What was typed in full says which actions are meant: those that begin so stand first.
  const begins = (name: string) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  const single = actions
    .toSorted((a, b) => begins(a.name) - begins(b.name))
    .filter(({ name }) => !/[*?]/.test(typed) || wildcardMatches(wanted, name.toLowerCase()))
    .map(({ name, accessLevel }): Offer => {
      const label = `${prefix}:${name}`;
      return {
        kind: 'action',
        label,
        description: accessLevel,
        writing: { as: 'text', parts: [label] },
        subject: { of: 'action', name: label },
        // A pattern is no part of the names that it stands for.
        ...(/[*?]/.test(typed) && { filter: `${prefix}:${typed} ${name}` }),
      };
    });
  return [...single, ...offerWildcards(service, prefix, typed)];
}

function offerWildcards(service: Service, prefix: string, typed: string): readonly Offer[] {
  const names = [...service.actions.keys()];
  const verbs = [...service.actions.values()].flatMap(({ name }) => /^[A-Z][a-z]+/.exec(name)?.[0] ?? []);
  const patterns = [
    ...(/[*?]/.test(typed) ? [typed] : typed === '' ? [] : [`${typed}*`]),
    ...[...new Set(verbs)].map((verb) => `${verb}*`),
    '*',
  ];
  const seen = new Set<string>();
  return patterns.flatMap((pattern): readonly Offer[] => {
    const wanted = pattern.toLowerCase();
    const count = names.filter((name) => wildcardMatches(wanted, name)).length;
    if (seen.has(wanted) || count < 2) return [];
    seen.add(wanted);
    const label = `${prefix}:${pattern}`;
    return [
      {
        kind: 'wildcard',
        label,
        description: `${count} actions`,
        writing: { as: 'text', parts: [label] },
        subject: { of: 'action', name: label },
      },
    ];
  });
}
