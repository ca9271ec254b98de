import type { Part } from '../../policy/value.ts';
import { localText } from '../../role/local-text.ts';
import type { ResolvedScope } from '../../role/resolver.ts';
import { tellSource } from '../../role/tell-source.ts';
import { literalText, type Text } from '../../role/text.ts';
import type { HoverText } from './hover-text.ts';

/** Looks up what the expressions of one template mean. */
export interface TemplateScope {
  readonly resolved: ResolvedScope;
  readonly typeOf: (id: string) => string | undefined;
}

const mostSources = 4;

/** The value of an expression, as far as it is known, and where it comes from or why it is not. */
export function hoverExpression(parts: readonly Part[], { resolved, typeOf }: TemplateScope): HoverText | undefined {
  const written = localText(parts);
  const unknowns = written.filter((part) => typeof part !== 'string');
  if (unknowns.length === 0) return undefined;
  const value = resolved.text(written);
  const sources = [...new Set(unknowns.map((each) => tellSource(each, resolved, typeOf)))];
  const more = sources.length - mostSources;
  return {
    title: titleOf(value, written),
    details: [...sources.slice(0, mostSources), ...(more > 0 ? [`And ${more} more.`] : [])],
  };
}

function titleOf(value: Text, written: Text): string {
  if (literalText(value) !== undefined) return `Value: \`${show(value)}\``;
  const isPartly = value.some((part) => typeof part === 'string') || value.length !== written.length;
  return isPartly ? `Value, in part: \`${show(value)}\`` : 'The value is not known';
}

/** As a template would write it where it can. */
function show(text: Text): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.label.startsWith('`${')) return part.label;
      return part.type === 'account' ? '${AWS::AccountId}' : `<${part.label}>`;
    })
    .join('')
    .replaceAll('`', '');
}

/** The value of an expression, if all of it is known. */
export function knownValue(parts: readonly Part[], { resolved }: TemplateScope): string | undefined {
  return literalText(resolved.text(localText(parts)));
}
