import { oncePer } from '../base/once.ts';
import { overlaps, type Piece } from '../base/overlap.ts';
import type { ResourceType } from '../catalog/iam-service.ts';
import { cutFields } from './cut-fields.ts';
import { unknown } from './value-pattern.ts';

/** What a resource of a policy stands for. */
export interface ResourcePattern {
  /** In characters. */
  readonly length: number;
  /** Undefined where it is not one for certain. */
  readonly service: string | undefined;
  /** What the sixth field begins with, up to what is not certain; undefined where the field's own beginning is not certain. */
  readonly head: string | undefined;
  /** The six fields, where each of the first five certainly stays inside itself. */
  readonly fields: readonly string[] | undefined;
  /** Those of the first five before which, and in which, all is certain. */
  readonly certain: readonly string[];
  /** All from a field of `certain`, or the one behind them: wildcards, and anything at all where it is not known. */
  readonly piecesFrom: (field: number) => readonly Piece[];
  /** The same of the sixth field. */
  readonly lastPieces: () => readonly Piece[];
  /** Whether it may stand for a resource of a type, as far as that was asked: the actions of a statement have types in common. */
  readonly answers: Map<ResourceType, boolean>;
}

/** The same of the format of a type of resource. */
interface Format extends Pick<ResourcePattern, 'service' | 'head' | 'piecesFrom'> {
  readonly fields: readonly FieldOfFormat[] | undefined;
  /** How many of the first five fields certainly stay inside themselves, up to the first that may not. */
  readonly closed: number;
}

interface FieldOfFormat {
  /** Undefined where it may stand for other texts. */
  readonly literal: string | undefined;
  /** It stands for any text of at least so many characters, none of them a slash or a colon. */
  readonly least: number | undefined;
  readonly pieces: readonly Piece[];
}

/** Reads the text of a `ValuePattern`. */
export function patternOfResource(text: string): ResourcePattern {
  const service = /^arn:[a-z-]+:([a-z0-9-]+):/.exec(text)?.[1];
  const head = headOf(text);
  const fields = head === undefined ? undefined : cutFields(text);
  const certain = certainFields(text);
  // As `parseArn` has it, what is not known stays inside its field.
  const staysInField = text.split(':').length > 5;
  return {
    length: text.length,
    service,
    head,
    fields,
    certain,
    answers: new Map(),
    lastPieces: once(() => piecesOfText(fields?.[5] ?? '', 5, false)),
    piecesFrom: oncePerNumber((field) => {
      const start = certain.slice(0, field).reduce((sum, each) => sum + each.length + 1, 0);
      return piecesOfText(text.slice(start), field, staysInField);
    }),
  };
}

function certainFields(text: string): readonly string[] {
  const end = text.search(/[*?\0]/);
  return cutFields(end < 0 ? text : text.slice(0, end)).slice(0, -1);
}

/** `field`: the one that it begins with. `staysInField`: what is not known before the fifth colon holds none. */
function piecesOfText(text: string, field: number, staysInField: boolean): readonly Piece[] {
  let colons = field;
  const pieces: Piece[] = [];
  for (const char of text) {
    if (char === ':') colons++;
    if (char === unknown && staysInField && colons < 5) pieces.push({ type: 'any', except: ':' });
    else if (char === '*' || char === unknown) pieces.push({ type: 'any' });
    else pieces.push(char === '?' ? { type: 'one' } : { type: 'char', char });
  }
  return pieces;
}

/** Fields without wildcards hold no colon: what is not known stays inside its field. */
function headOf(text: string): string | undefined {
  return /^(?:[^:*?]*:){5}([^*?\0$]*)/.exec(text)?.[1];
}

/** ARNs are far shorter. Of what is longer nothing is said. */
const longest = 10_000;

/** Whether it may stand for a resource of the type. */
export function mayFit(pattern: ResourcePattern, type: ResourceType): boolean {
  if (pattern.length > longest) return true;
  const known = pattern.answers.get(type);
  if (known !== undefined) return known;
  const answer = formatsOf(type).some((format) => mayBeBoth(pattern, format));
  pattern.answers.set(type, answer);
  return answer;
}

function mayBeBoth(pattern: ResourcePattern, format: Format): boolean {
  const { service, head, fields, certain, piecesFrom, lastPieces } = pattern;
  if (service !== undefined && format.service !== undefined && service !== format.service) return false;
  if (!mayBegin(head, format.head)) return false;
  if (fields === undefined || format.fields === undefined) {
    const alike = Math.min(certain.length, format.closed);
    for (const [index, field] of format.fields?.slice(0, alike).entries() ?? [])
      if (!mayHold(certain[index] ?? '', field)) return false;
    return overlaps(piecesFrom(alike), format.piecesFrom(alike));
  }
  for (const [index, field] of format.fields.entries())
    if (!mayHold(fields[index] ?? '', field, index < 5 ? undefined : lastPieces)) return false;
  return true;
}

/** A cheap look that spares the long one for most types: `role/…` is no `policy/…`. */
function mayBegin(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one.startsWith(other) || other.startsWith(one);
}

/** Nearly all fields are written out, or stand for any name. */
function mayHold(
  written: string,
  { literal, least, pieces }: FieldOfFormat,
  writtenPieces = () => piecesOfText(written, 0, true),
): boolean {
  if (written === literal) return true;
  if (!/[*?\0]/.test(written)) {
    if (literal !== undefined) return false;
    if (least !== undefined) return written.length >= least && !/[/:]/.test(written);
  }
  return overlaps(writtenPieces(), pieces);
}

/** Every policy asks for the same few types, again and again. */
const formatsOf = oncePer((type: ResourceType): readonly Format[] =>
  // Some formats are several, with a comma between them.
  type.arn.split(/,\s*(?=arn:)/).map(readFormat),
);

function readFormat(format: string): Format {
  const service = format.split(':')[2] ?? '';
  const head = hasPlainFields(format) ? headOf(format.replace(/\$\{\w+\}/g, '\0')) : undefined;
  const fields = head === undefined ? undefined : cutFields(format).map((field) => fieldOfFormat(field, service));
  const open = fields?.findIndex(({ pieces }) => pieces.some(mayHoldColon)) ?? 0;
  return {
    service: /^[a-z0-9-]+$/.test(service) ? service : undefined,
    head,
    fields,
    closed: open < 0 ? 5 : Math.min(open, 5),
    piecesFrom: oncePerNumber((field) => piecesOfFormat(cutFields(format).slice(field).join(':'), service)),
  };
}

function mayHoldColon(piece: Piece): boolean {
  return piece.type !== 'char' && !piece.except?.includes(':');
}

function fieldOfFormat(field: string, service: string): FieldOfFormat {
  const pieces = piecesOfFormat(field, service);
  const isName =
    pieces.every((piece) => piece.type !== 'char' && piece.except === '/:') && pieces.at(-1)?.type === 'any';
  return {
    literal: pieces.every(({ type }) => type === 'char') ? field : undefined,
    least: isName ? pieces.filter(({ type }) => type === 'one').length : undefined,
    pieces,
  };
}

function piecesOfFormat(format: string, service: string): readonly Piece[] {
  return [...format.matchAll(/\$\{(\w+)\}|[\s\S]/g)].flatMap(([written, name]): readonly Piece[] => {
    if (name !== undefined) return piecesOfName(name, service);
    return written === '*' ? [{ type: 'any' }] : [{ type: 'char', char: written }];
  });
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

function once<Answer extends {}>(work: () => Answer): () => Answer {
  let answer: Answer | undefined;
  return () => {
    answer ??= work();
    return answer;
  };
}

function oncePerNumber<Answer extends {}>(work: (number: number) => Answer): (number: number) => Answer {
  const answers: Answer[] = [];
  return (number) => {
    const found = answers[number] ?? work(number);
    answers[number] = found;
    return found;
  };
}
