import type { Hole, HoleReason, Part } from '../policy/value.ts';
import type { Text, TextPart, Unknown } from './text.ts';

/**
 * Texts of one template before anything is looked up: what is not known carries, in its id, the expression of the
 * template that gives it. `assembleWorld` puts values in their place, or unknowns that are unique in the workspace.
 */
export interface LocalReference {
  readonly why: HoleReason | 'map';
  /** A parameter's name, a resource's, one with an attribute, a pseudo parameter, an expression. */
  readonly symbol: string;
}

/** The parts of a value as a text. */
export function localText(parts: readonly Part[]): Text {
  const text: TextPart[] = [];
  for (const part of parts) {
    const last = text.at(-1);
    if (part.type === 'hole') text.push(localUnknown(part));
    else if (typeof last === 'string') text[text.length - 1] = last + part.text;
    else if (part.text !== '') text.push(part.text);
  }
  return text;
}

/** The expression that a template has in the place of a text. */
export function localExpression(symbol: string): Text {
  return [localUnknown({ symbol, why: 'function' })];
}

/** `Role.Arn` of the same template. */
export function localAttribute(symbol: string): Text {
  return [localUnknown({ symbol, why: 'attribute' })];
}

/** What a part of a text of one template stands for. */
export function readLocal({ unknown }: Unknown): LocalReference {
  const colon = unknown.indexOf(':');
  return { why: unknown.slice(0, colon) as LocalReference['why'], symbol: unknown.slice(colon + 1) };
}

/** The name in an `ImportValue`. */
export function importedName(symbol: string): Text {
  return JSON.parse(symbol) as Text;
}

/** The map, and the two keys under which `Fn::FindInMap` looks. */
export function mapKeys(symbol: string): readonly Text[] {
  return JSON.parse(symbol) as readonly Text[];
}

function localUnknown(hole: Pick<Hole, 'symbol' | 'why' | 'exportName' | 'mapKeys'>): Unknown {
  if (hole.mapKeys)
    return {
      unknown: `map:${JSON.stringify(hole.mapKeys.map(localText))}`,
      label: `\`\${${hole.symbol}}\``,
      type: 'text',
    };
  const symbol = hole.exportName ? JSON.stringify(localText(hole.exportName)) : hole.symbol;
  const label = hole.why === 'placeholder' ? `\`${hole.symbol}\`` : `\`\${${hole.symbol}}\``;
  return { unknown: `${hole.why}:${symbol}`, label, type: 'text' };
}
