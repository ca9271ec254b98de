import type { Entity, Place } from '../role/entity.ts';
import { describeText, literalText, type Text, textKey } from '../role/text.ts';

/** How a sentence names an entity: "`lambda-s3`". */
export function nameOf(entity: Entity): string {
  const name = entity.source?.label ?? describeText(entity.name);
  return quote(name === '' ? entity.id : name);
}

/** In backticks, once. */
export function quote(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

/** How a sentence names a text: its label where it is one unknown, else the text in backticks. */
export function quoteText(text: Text): string {
  const [only, ...more] = text;
  if (typeof only === 'object' && more.length === 0) return only.label;
  return quote(describeText(text));
}

/** "the account of `lambda-s3`". */
export function accountLabel(entity: Entity, place: Place): string {
  const [only, ...more] = place.account;
  return typeof only === 'object' && more.length === 0 ? only.label : `the account of ${nameOf(entity)}`;
}

/** What a text is, where it is one that the reader knows by a name. */
export interface KnownText {
  readonly text: Text;
  readonly label: string;
  /** The text itself says nothing to a reader. */
  readonly isInvented?: boolean;
}

/** "`111122223333`, the account of `lambda-s3`", "the ARN of `lambda-s3`", "`eu-west-1`". */
export function sayText(text: Text, known: readonly KnownText[]): string {
  const key = textKey(text);
  const found = known.find((each) => textKey(each.text) === key);
  if (found?.isInvented) return found.label;
  const plain = quoteText(text);
  if (found === undefined || found.label === plain) return text.length === 0 ? 'empty' : plain;
  return literalText(text) === undefined ? found.label : `${plain}, ${found.label}`;
}
