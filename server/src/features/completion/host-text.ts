import { mapStrings } from '../../edit/scalar.ts';
import type { Text } from '../../edit/writable.ts';
import type { StringNode } from '../../syntax/node.ts';

/** A text as the string spells it that it is put into. */
export function respell(parts: Text, { style, raw }: StringNode): Text {
  switch (style) {
    case 'double':
      return mapStrings(parts, (part) => JSON.stringify(part).slice(1, -1));
    case 'single':
      return mapStrings(parts, (part) => part.replaceAll("'", "''"));
    case 'literal':
    case 'folded': {
      const indent = /\n([ \t]*)\S/.exec(raw)?.[1] ?? '';
      return mapStrings(parts, (part) => part.replaceAll('\n', `\n${indent}`));
    }
    default:
      return parts;
  }
}
