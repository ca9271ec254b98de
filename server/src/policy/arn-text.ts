import { oncePer } from '../base/once.ts';
import type { Span } from '../base/span.ts';
import { cutFields } from './cut-fields.ts';
import type { Policy } from './policy.ts';
import { patternOfResource, type ResourcePattern } from './resource-overlap.ts';
import { literalOf, type Value } from './value.ts';
import { patternOf, type ValuePattern } from './value-pattern.ts';

/** The fields of an ARN in their order. */
export const arnFieldNames = ['prefix', 'partition', 'service', 'region', 'account', 'resource'] as const;
export type ArnFieldName = (typeof arnFieldNames)[number];

const indices: Readonly<Record<ArnFieldName, number>> = {
  prefix: 0,
  partition: 1,
  service: 2,
  region: 3,
  account: 4,
  resource: 5,
};

/** An ARN as one text cut at its first five colons; what is not known is one character, see `ValuePattern`. */
export interface ArnText {
  /** Those that are there: fewer than six where colons are missing. */
  readonly fields: readonly string[];
  readonly field: (name: ArnFieldName) => string;
  /** As the user wrote it. */
  readonly labelOf: (name: ArnFieldName) => string;
  /** Where the field begins and ends in the pattern's text. */
  readonly bounds: (name: ArnFieldName) => readonly [from: number, to: number];
  readonly pattern: ValuePattern;
  /** What it may stand for. */
  readonly asResource: () => ResourcePattern;
  /** From one field to another, colons between them included; the whole value where they are empty. */
  readonly spanOf: (from: ArnFieldName, to?: ArnFieldName) => Span;
}

/** Cuts any value, an ARN or not; once, whichever rules ask. */
export const readArnText = oncePer((value: Value): ArnText => {
  const pattern = patternOf(value);
  const fields = cutFields(pattern.text);
  const field = (name: ArnFieldName) => fields[indices[name]] ?? '';
  const startOf = (index: number) => fields.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
  const bounds = (name: ArnFieldName) => {
    const start = startOf(indices[name]);
    return [start, start + field(name).length] as const;
  };
  let resource: ResourcePattern | undefined;
  return {
    fields,
    field,
    asResource() {
      resource ??= patternOfResource(pattern.text);
      return resource;
    },
    labelOf: (name) => pattern.describe(...bounds(name)),
    bounds,
    pattern,
    spanOf(from, to = from) {
      return pattern.spanOf(bounds(from)[0], bounds(to)[1]);
    },
  };
});

/** A value of `Resource` or `NotResource`. */
export interface ResourceValue {
  readonly value: Value;
  readonly arn: ArnText;
}

/** The resources of a policy, but for `*`. */
export const resourceValues = oncePer((policy: Policy): readonly ResourceValue[] => {
  const found: ResourceValue[] = [];
  for (const { resource, notResource } of policy.statements)
    for (const list of [resource, notResource])
      for (const value of list?.values ?? [])
        if (literalOf(value) !== '*') found.push({ value, arn: readArnText(value) });
  return found;
});
