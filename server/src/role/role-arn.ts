import type { Text, TextPart } from './text.ts';

/** `arn:aws:iam::111122223333:role/path/name`, made of texts. */
export function iamArn(
  partition: Text,
  account: Text,
  kind: 'role' | 'user' | 'policy',
  { path, name }: { readonly path: Text; readonly name: Text },
): Text {
  return concat(['arn:'], partition, [':iam::'], account, [`:${kind}`], path, name);
}

/** One text after the other; literal parts that meet become one. */
export function concat(...texts: readonly Text[]): Text {
  const joined: TextPart[] = [];
  for (const text of texts)
    for (const part of text) {
      const last = joined[joined.length - 1];
      if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
      else if (part !== '') joined.push(part);
    }
  return joined;
}

/** An ARN of IAM taken apart. */
export interface IamArn {
  readonly partition: Text;
  readonly account: Text;
  /** `role`, `user`, `policy`, `saml-provider`, `root`, ... */
  readonly kind: string;
  /** `/` or `/a/b/`. */
  readonly path: Text;
  readonly name: Text;
}

/** Undefined where the text is no ARN of IAM, or where its fields cannot be told apart. */
export function parseIamArn(text: Text): IamArn | undefined {
  const [arn, partition, service, region, account, ...resource] = splitAt(text, ':', 6);
  if (literal(arn) !== 'arn' || literal(service) !== 'iam' || literal(region) !== '') return undefined;
  const [whole] = resource;
  if (!partition || !account || !whole) return undefined;
  const steps = splitAt(whole, '/', Number.POSITIVE_INFINITY);
  const kind = literal(steps[0]);
  const name = steps.at(-1);
  if (kind === undefined || name === undefined) return undefined;
  const between = steps.slice(1, -1).flatMap((step) => [...step, '/']);
  return { partition, account, kind, path: concat(['/'], between), name: steps.length === 1 ? [] : name };
}

function literal(text: Text | undefined): string | undefined {
  if (text === undefined || text.some((part) => typeof part !== 'string')) return undefined;
  return text.join('');
}

/** Cuts at a character of the literal parts into at most so many pieces. */
function splitAt(text: Text, separator: string, most: number): readonly Text[] {
  const pieces: TextPart[][] = [[]];
  for (const part of text) {
    if (typeof part !== 'string') {
      pieces.at(-1)?.push(part);
      continue;
    }
    let rest = part;
    for (let at = rest.indexOf(separator); at >= 0 && pieces.length < most; at = rest.indexOf(separator)) {
      if (at > 0) pieces.at(-1)?.push(rest.slice(0, at));
      pieces.push([]);
      rest = rest.slice(at + 1);
    }
    if (rest !== '') pieces.at(-1)?.push(rest);
  }
  return pieces;
}
