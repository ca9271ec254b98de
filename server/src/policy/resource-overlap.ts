import { overlaps, type Piece } from '../base/overlap.ts';
import type { ResourceType } from '../catalog/iam-service.ts';
import { unknown } from './value-pattern.ts';

/** What a resource of a policy stands for: its wildcards, and anything at all where it is not known. */
export interface ResourcePattern {
  /** Undefined where it is not one for certain. */
  readonly service: string | undefined;
  /** What the sixth field begins with, up to what is not certain; undefined where the field's own beginning is not certain. */
  readonly head: string | undefined;
  readonly pieces: readonly Piece[];
}

/** Reads the text of a `ValuePattern`. */
export function patternOfResource(text: string): ResourcePattern {
  const service = /^arn:[a-z-]+:([a-z0-9-]+):/.exec(text)?.[1];
  let colons = 0;
  // As `parseArn` has it, what is not known stays inside its field.
  const isArn = text.split(':').length > 5;
  const pieces = [...text].map((char): Piece => {
    if (char === ':') colons++;
    if (char === unknown && isArn && colons < 5) return { type: 'any', except: ':' };
    if (char === '*' || char === unknown) return { type: 'any' };
    return char === '?' ? { type: 'one' } : { type: 'char', char };
  });
  return { service, head: headOf(text), pieces };
}

/** Fields without wildcards hold no colon: what is not known stays inside its field. */
function headOf(text: string): string | undefined {
  return /^(?:[^:*?]*:){5}([^*?\0$]*)/.exec(text)?.[1];
}

/** ARNs are far shorter. Of what is longer nothing is said. */
const longest = 10_000;

/** Whether it may stand for a resource of the type. */
export function mayFit({ service, head, pieces }: ResourcePattern, type: ResourceType): boolean {
  if (pieces.length > longest) return true;
  return formatsOf(type).some(
    (format) =>
      (service === undefined || format.service === undefined || service === format.service) &&
      mayBegin(head, format.head) &&
      overlaps(pieces, format.pieces),
  );
}

/** A cheap look that spares the long one for most types: `role/…` is no `policy/…`. */
function mayBegin(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one.startsWith(other) || other.startsWith(one);
}

/** Every policy asks for the same few types, again and again. */
const known = new WeakMap<ResourceType, readonly ResourcePattern[]>();

function formatsOf(type: ResourceType): readonly ResourcePattern[] {
  const formats = known.get(type) ?? type.arn.split(/,\s*(?=arn:)/).map(readFormat);
  known.set(type, formats);
  return formats;
}

/** Some formats are several, with a comma between them. */
function readFormat(format: string): ResourcePattern {
  const service = format.split(':')[2] ?? '';
  return {
    service: /^[a-z0-9-]+$/.test(service) ? service : undefined,
    head: hasPlainFields(format) ? headOf(format.replace(/\$\{\w+\}/g, '\0')) : undefined,
    pieces: [...format.matchAll(/\$\{(\w+)\}|[\s\S]/g)].flatMap(([written, name]): readonly Piece[] => {
      if (name !== undefined) return piecesOfName(name, service);
      return written === '*' ? [{ type: 'any' }] : [{ type: 'char', char: written }];
    }),
  };
}

/** The names in its first five fields stand for nothing that may hold a colon. */
function hasPlainFields(format: string): boolean {
  const fields = format.split(':').slice(0, 5).join(':');
  return [...fields.matchAll(/\$\{(\w+)\}/g)].every(([, name = '']) => plainNames.test(name));
}

const plainNames = /^(Partition|Region|Account|AccountId)$/;

/** What AWS puts in for a name. Some services own resources without Region or account; in S3 only buckets have none. */
function piecesOfName(name: string, service: string): readonly Piece[] {
  // Letters, digits, dots and hyphens: Amazon S3 User Guide, bucket naming rules.
  if (name === 'BucketName')
    return [
      { type: 'one', except: '/:' },
      { type: 'any', except: '/:' },
    ];
  if (!plainNames.test(name)) return [{ type: 'any' }];
  const some: Piece = { type: 'any', except: '/:' };
  return service === 's3' ? [{ type: 'one', except: '/:' }, some] : [some];
}
