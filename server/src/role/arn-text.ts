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

/** A role or user as an ARN names it: `role/Deploy/Runner` is the path `/Deploy/` and the name `Runner`. */
export interface IamName {
  readonly account: Text;
  readonly type: 'role' | 'user';
  readonly path: Text;
  readonly name: Text;
}

/** Undefined for ARNs of anything but roles and users. Wildcards stand where they are written. */
export function parseIamName(text: Text): IamName | undefined {
  const arn = parseArnText(text);
  if (arn === undefined || arn.service.length !== 1 || arn.service[0] !== 'iam') return undefined;
  const [first, ...more] = arn.resource;
  const type = typeof first === 'string' ? /^(role|user)\//.exec(first)?.[1] : undefined;
  if (type !== 'role' && type !== 'user') return undefined;
  const { path, name } = splitAtLastSlash([String(first).slice(type.length), ...more]);
  return { account: arn.account, type, path, name };
}

/** `/Deploy/Runner` is `/Deploy/` and `Runner`. A slash in what is not known is not seen. */
export function splitAtLastSlash(text: Text): { readonly path: Text; readonly name: Text } {
  for (let index = text.length - 1; index >= 0; index--) {
    const part = text[index];
    if (typeof part !== 'string') continue;
    const slash = part.lastIndexOf('/');
    if (slash < 0) continue;
    const rest = part.slice(slash + 1);
    return {
      path: [...text.slice(0, index), part.slice(0, slash + 1)],
      name: [...(rest === '' ? [] : [rest]), ...text.slice(index + 1)],
    };
  }
  return { path: [], name: text };
}
