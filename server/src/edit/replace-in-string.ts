import { spanInString } from '../syntax/decode.ts';
import type { StringNode } from '../syntax/node.ts';
import { plain } from './change.ts';
import { type Changes, contentSpan, edit, isInFlow } from './place.ts';
import { replaceOnSurface } from './replace-value.ts';
import { isPlainSyntax, mapStrings } from './scalar.ts';
import type { Surface } from './surface.ts';
import type { EditTarget } from './target.ts';
import { fill, type Text } from './writable.ts';

/**
 * Replaces a part of a string's value, from one offset in the decoded value to another, and leaves the rest as it is
 * spelled. The parts are taken as they will read in the string: in the argument of an `Fn::Sub`, `${Name}` is a
 * substitution. Undefined where a line break would have to go into a string that spells it otherwise.
 */
export function replaceInString(target: EditTarget, node: StringNode, from: number, to: number, parts: Text): Changes {
  return edit(target, (surface) => {
    // A `${Name}` without quotes in an embedded policy is no string.
    if (node.style === 'plain' && surface.language === 'json') return undefined;
    if (node.style === 'plain' && !staysPlain(surface, node, from, to, parts)) {
      const whole: Text = [node.value.slice(0, from), ...parts, node.value.slice(to)];
      return replaceOnSurface(surface, node, fill(...whole.filter((part) => part !== '')));
    }
    const spelled = spell(parts, node.style);
    return spelled && [{ span: surface.locate(spanInString(node, from, to)), parts: spelled }];
  });
}

function spell(parts: Text, style: StringNode['style']): Text | undefined {
  if (style === 'double') return mapStrings(parts, (part) => JSON.stringify(part).slice(1, -1));
  if (/[\r\n]/.test(plain(parts))) return undefined;
  return style === 'single' ? mapStrings(parts, (part) => part.replaceAll("'", "''")) : parts;
}

function staysPlain(surface: Surface, node: StringNode, from: number, to: number, parts: Text): boolean {
  if (parts.some((part) => typeof part !== 'string')) return false;
  const value = node.value.slice(0, from) + plain(parts) + node.value.slice(to);
  return isPlainSyntax(value, isInFlow(surface, contentSpan(surface, node)) ? 'flow' : 'block');
}
