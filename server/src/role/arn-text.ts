import type { Text, TextPart } from './text.ts';

/** An ARN taken apart at its first five colons; `resource` may hold more of them. */
export interface ArnText {
  readonly partition: Text;
  readonly service: Text;
  readonly region: Text;
  readonly account: Text;
  readonly resource: Text;
}

/**
 * Takes a text apart. Undefined if it does not begin with `arn:` or has fewer than five colons in what is known of it.
 * What is not known is taken to stay inside the field in which it stands.
 */
export function parseArnText(text: Text): ArnText | undefined {
  const fields: TextPart[][] = [[]];
  for (const part of text) {
    if (typeof part !== 'string') {
      fields.at(-1)?.push(part);
      continue;
    }
    let rest = part;
    while (fields.length < 6) {
      const colon = rest.indexOf(':');
      if (colon < 0) break;
      if (colon > 0) fields.at(-1)?.push(rest.slice(0, colon));
      fields.push([]);
      rest = rest.slice(colon + 1);
    }
    if (rest !== '') fields.at(-1)?.push(rest);
  }
  const [prefix, partition, service, region, account, resource] = fields;
  if (!prefix || !partition || !service || !region || !account || !resource) return undefined;
  return prefix.length === 1 && prefix[0] === 'arn' ? { partition, service, region, account, resource } : undefined;
}
