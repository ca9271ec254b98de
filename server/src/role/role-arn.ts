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
