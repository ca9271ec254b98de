import { type ElementRule, elementsOf } from '../../catalog/grammar.ts';
import type { PolicyKind } from '../../policy/kind.ts';
import type { Offer, Writing } from './offer.ts';
import type { KeyPlace, ValuePlace } from './place.ts';

/** The elements that may stand beside those that are there, the required ones first. */
export function offerElements(place: KeyPlace, kinds: readonly PolicyKind[]): readonly Offer[] {
  const level = place.of === 'document' ? 'document' : 'statement';
  const effect = place.statement?.effect;
  const seen = new Set(place.siblings);
  const offers: Offer[] = [];
  for (const kind of kinds) {
    const grammar = elementsOf(kind);
    const excluded = level === 'statement' ? excludedBy(place.siblings, kind) : new Set<string>();
    for (const element of grammar[level]) {
      if (element.use === 'forbidden' || seen.has(element.name) || excluded.has(element.name)) continue;
      if (element.onlyWithEffect !== undefined && effect !== undefined && effect !== element.onlyWithEffect) continue;
      seen.add(element.name);
      offers.push(offerElement(element, kind));
    }
  }
  return offers;
}

function offerElement(element: ElementRule, kind: PolicyKind): Offer {
  return {
    kind: 'element',
    label: element.name,
    ...(element.use === 'required' && { description: 'required' }),
    writing: writingOf(element, kind),
    subject: { of: 'element', name: element.name },
    goesOn: true,
  };
}

function writingOf({ name, value }: ElementRule, kind: PolicyKind): Writing {
  if (name === 'Version') return { as: 'property', entry: [name, elementsOf(kind).versions[0] ?? '2012-10-17'] };
  if (value === 'statements') return { as: 'key', name, value: 'objects' };
  if (value === 'conditions') return { as: 'key', name, value: 'object' };
  if (value === 'principal' && elementsOf(kind).principalTypes.length === 0)
    return { as: 'property', entry: [name, '*'] };
  return { as: 'key', name, value: value === 'principal' ? 'object' : 'string' };
}

/** Elements of which the statement has the other already. */
function excludedBy(present: readonly string[], kind: PolicyKind): ReadonlySet<string> {
  const choices = [...elementsOf(kind).choices.map(({ names }) => names), ...alwaysEither];
  return new Set(choices.filter((names) => names.some((name) => present.includes(name))).flat());
}

const alwaysEither: readonly (readonly [string, string])[] = [
  ['Principal', 'NotPrincipal'],
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
];

/** The values of `Effect` and `Version`. */
export function offerElementValues({ of }: ValuePlace, kinds: readonly PolicyKind[]): readonly Offer[] {
  const [kind = 'identity'] = kinds;
  const grammar = elementsOf(kind);
  if (of === 'Effect') {
    // The effect of a resource control policy of one's own must be Deny: AWS Organizations User Guide, RCP syntax.
    const effects = kind === 'rcp' ? (['Deny'] as const) : grammar.effects;
    return effects.map((effect) => value(effect));
  }
  if (of !== 'Version') return [];
  return grammar.versions.map((version) =>
    value(version, version === '2012-10-17' ? 'the current policy language' : 'older: knows no policy variables'),
  );
}

/** A value that is whole. */
export function value(text: string, description?: string): Offer {
  return {
    kind: 'value',
    label: text,
    ...(description !== undefined && { description }),
    writing: { as: 'text', parts: [text] },
    isWhole: true,
  };
}
