import { oncePer } from '../base/once.ts';
import { overlaps, type Piece } from '../base/overlap.ts';
import { oncePerText } from '../base/recent.ts';
import type { ResourceType, Service } from '../catalog/iam-service.ts';
import { cutFields } from './cut-fields.ts';
import { unknown } from './value-pattern.ts';
import { hasWildcard } from './wildcard.ts';

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
  /** What stands before the sixth, its colon included. */
  readonly beginning: string;
  /** Those of the first five before which, and in which, all is certain. */
  readonly certain: readonly string[];
  /** All from a field of `certain`, or the one behind them: wildcards, and anything at all where it is not known. */
  readonly piecesFrom: (field: number) => readonly Piece[];
  /** The same of the sixth field. */
  readonly lastPieces: () => readonly Piece[];
  /** Whether it may stand for a resource of a type, or of any type of a service, as far as that was asked. */
  readonly answers: Map<ResourceType | Service, boolean>;
}

/** The same of the format of a type of resource. */
interface Format extends Pick<ResourcePattern, 'service' | 'head' | 'piecesFrom'> {
  /** Undefined where the five before the last are not certain. */
  readonly fields: () => readonly FieldOfFormat[] | undefined;
  /** How many of the first five fields certainly stay inside themselves, up to the first that may not. */
  readonly closed: () => number;
  /** Whether what stands before the sixth field may be such; ARNs begin alike, so that the answers are kept. */
  readonly beginnings: Map<string, boolean>;
}

interface FieldOfFormat {
  /** Undefined where it may stand for other texts. */
  readonly literal: string | undefined;
  /** It stands for any text of at least so many characters, none of them a slash or a colon. */
  readonly least: number | undefined;
  readonly pieces: readonly Piece[];
}

/** Reads the text of a `ValuePattern`. Policies name the same resources again and again. */
export const patternOfResource = oncePerText(1_500, (text): ResourcePattern => {
  const cut = cutFields(text);
  const [prefix, partition = '', service = '', , , ownField = ''] = cut;
  const beginning = text.slice(0, text.length - ownField.length);
  const isCertain = cut.length === 6 && !hasWildcard(beginning);
  const certain = certainFields(text);
  const isOfService = prefix === 'arn' && cut.length > 3 && /^[a-z-]+$/.test(partition) && /^[a-z0-9-]+$/.test(service);
  // As `parseArn` has it, what is not known stays inside its field.
  const staysInField = text.split(':').length > 5;
  return {
    length: text.length,
    service: isOfService ? service : undefined,
    head: isCertain ? certainStart(ownField) : undefined,
    fields: isCertain ? cut : undefined,
    beginning,
    certain,
    answers: new Map(),
    lastPieces: once(() => piecesOfText(ownField, 5, false)),
    piecesFrom: oncePerNumber((field) => {
      const start = certain.slice(0, field).reduce((sum, each) => sum + each.length + 1, 0);
      return piecesOfText(text.slice(start), field, staysInField);
    }),
  };
});

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
    else pieces.push(char === '?' ? { type: 'one' } : pieceOf(char));
  }
  return pieces;
}

function pieceOf(char: string): Piece {
  return asciiPieces[char.charCodeAt(0)] ?? { type: 'char', char };
}

/** Nearly all characters are of ASCII. */
const asciiPieces: readonly Piece[] = Array.from({ length: 128 }, (_, code) => ({
  type: 'char',
  char: String.fromCharCode(code),
}));

/** Up to what may stand for anything. */
function certainStart(field: string): string {
  const end = field.search(/[*?\0$]/);
  return end < 0 ? field : field.slice(0, end);
}

/** ARNs are far shorter. Of what is longer nothing is said. */
const longest = 10_000;

/** Whether it may stand for a resource of the type. */
export function mayFit(pattern: ResourcePattern, type: ResourceType): boolean {
  return pattern.answers.get(type) ?? keep(pattern, type, formatsOf(type));
}

/** Whether it may stand for a resource of one of all types of a service. */
export function mayFitService(pattern: ResourcePattern, service: Service): boolean {
  return pattern.answers.get(service) ?? keep(pattern, service, formatsOfService(service));
}

function keep(pattern: ResourcePattern, asked: ResourceType | Service, formats: readonly Format[]): boolean {
  const answer = mayFitOne(pattern, formats);
  pattern.answers.set(asked, answer);
  return answer;
}

function mayFitOne(pattern: ResourcePattern, formats: readonly Format[]): boolean {
  if (pattern.length > longest) return true;
  for (const format of formats) if (mayBeBoth(pattern, format)) return true;
  return false;
}

function mayBeBoth(pattern: ResourcePattern, format: Format): boolean {
  const { service, head, fields, certain } = pattern;
  if (service !== undefined && format.service !== undefined && service !== format.service) return false;
  if (!mayBegin(head, format.head)) return false;
  const formats = format.fields();
  if (fields === undefined || formats === undefined) {
    const alike = Math.min(certain.length, format.closed());
    for (const [index, field] of formats?.slice(0, alike).entries() ?? [])
      if (!mayHold(certain[index] ?? '', field)) return false;
    return overlaps(pattern.piecesFrom(alike), format.piecesFrom(alike));
  }
  const last = formats[5];
  return (
    mayBeginAs(pattern.beginning, fields, formats, format.beginnings) &&
    (last === undefined || mayHold(fields[5] ?? '', last, pattern.lastPieces))
  );
}

/** Whether all fields but the sixth may be such. */
function mayBeginAs(
  beginning: string,
  fields: readonly string[],
  formats: readonly FieldOfFormat[],
  known: Map<string, boolean>,
): boolean {
  const before = known.get(beginning);
  if (before !== undefined) return before;
  const answer = formats.slice(0, 5).every((field, index) => mayHold(fields[index] ?? '', field));
  if (known.size >= mostBeginnings) known.clear();
  known.set(beginning, answer);
  return answer;
}

const mostBeginnings = 100;

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
  // What has one of these in it is no name.
  if (least !== undefined && /[/:]/.test(written)) return false;
  return overlaps(writtenPieces(), pieces);
}

/** Every policy asks for the same few types, again and again. */
const formatsOf = oncePer((type: ResourceType): readonly Format[] =>
  // Some formats are several, with a comma between them.
  type.arn.split(/,\s*(?=arn:)/).map(readFormat),
);

const formatsOfService = oncePer(({ resourceTypes }: Service) => resourceTypes.flatMap(formatsOf));

/** Of most types the service and the beginning tell enough: the fields are read where they are asked for. */
function readFormat(format: string): Format {
  const service = format.split(':')[2] ?? '';
  const cut = cutFields(format);
  const isCertain = cut.length === 6 && hasPlainFields(cut.slice(0, 5).join(':'));
  const fields = once(() => ({ all: isCertain ? cut.map((field) => fieldOfFormat(field, service)) : undefined }));
  return {
    service: /^[a-z0-9-]+$/.test(service) ? service : undefined,
    head: isCertain ? certainStart(cut[5] ?? '') : undefined,
    fields: () => fields().all,
    closed() {
      const open = fields().all?.findIndex(({ pieces }) => pieces.some(mayHoldColon)) ?? 0;
      return open < 0 ? 5 : Math.min(open, 5);
    },
    beginnings: new Map(),
    piecesFrom: oncePerNumber((field) => piecesOfFormat(cut.slice(field).join(':'), service)),
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

/** The names in them stand for nothing that may hold a colon. */
function hasPlainFields(fields: string): boolean {
  return !hasWildcard(fields) && [...fields.matchAll(/\$\{(\w+)\}/g)].every(([, name = '']) => plainNames.test(name));
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
