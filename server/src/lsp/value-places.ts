import type { Range } from 'vscode-languageserver/node';
import { shift } from '../base/span.ts';
import type { Mention } from '../chain/mention.ts';
import { innerSpan, policiesOf } from '../features/mention-place.ts';
import type { Origin } from '../role/grant.ts';
import { readWritten, type WrittenStatement } from '../role/written-statement.ts';
import type { WrittenText } from '../role/written-texts.ts';
import type { Analysis } from '../service/analysis.ts';
import { declarationsOf } from '../service/declarations.ts';
import { findFragment } from '../service/origin-span.ts';
import { lineIndex } from './source-places.ts';

/** Ranges of the values of an element, in their order, by the element's place in its file. */
export type ValuePlaces = ReadonlyMap<string, readonly Range[]>;

/**
 * Where the values of a file stand that may name a role. Kept of files that are not open, so that what names a role is
 * found without reading hundreds of files again.
 */
export function valuePlacesIn(path: string, analysis: Analysis): ValuePlaces {
  const places = new Map<string, readonly Range[]>();
  const index = lineIndex(analysis);
  for (const { fragment } of declarationsOf(path, analysis).documents.flat()) {
    const found = findFragment(analysis, fragment);
    if (found === undefined) continue;
    const { start } = found.fragment;
    const rangeOf = ({ node }: WrittenText): Range => {
      const span = shift(innerSpan(node), start);
      return { start: index.positionAt(span.start), end: index.positionAt(span.end) };
    };
    for (const [policy, { statements, substitution }] of policiesOf(found.model).entries())
      for (const statement of statements) {
        const at = { fragment, policy, statement: statement.index };
        for (const [element, values] of elementsOf(readWritten(statement, substitution)))
          if (values.some(mayName)) places.set(keyOf(at, element), values.map(rangeOf));
      }
  }
  return places;
}

/** Undefined where it is not kept, or where a parameter that is a list counts as many values. */
export function valuePlaceOf(places: ValuePlaces, { grant, part, value }: Omit<Mention, 'who'>): Range | undefined {
  const isCondition = part.element === 'condition';
  const ranges = places.get(keyOf(grant.origin, isCondition ? `condition ${part.index}` : part.element));
  const index = isCondition ? value : part.index;
  return index !== undefined && ranges?.length === resolvedOf(grant, part)?.length ? ranges?.[index] : undefined;
}

function resolvedOf({ resources, principals, actions, conditions }: Mention['grant'], part: Mention['part']) {
  switch (part.element) {
    case 'resource':
      return resources?.values;
    case 'principal':
      return principals?.values;
    case 'action':
      return actions?.values;
    case 'condition':
      return conditions[part.index]?.values;
  }
}

function elementsOf({
  resources,
  principals,
  conditions,
}: WrittenStatement): readonly (readonly [string, readonly WrittenText[]])[] {
  return [
    ['resource', resources?.values ?? []],
    ['principal', principals?.values ?? []],
    ...conditions.map(({ values }, index) => [`condition ${index}`, values] as const),
  ];
}

/** A value that is no ARN of a role for certain is not kept. */
function mayName({ text }: WrittenText): boolean {
  return text.some((part) => typeof part !== 'string' || /:(?:role|user|assumed-role)\//.test(part));
}

function keyOf({ fragment, policy, statement }: Omit<Origin, 'file' | 'label'>, element: string): string {
  return `${fragment}\n${policy}\n${statement}\n${element}`;
}
