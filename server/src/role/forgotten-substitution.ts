import { isPseudoParameter } from '../catalog/pseudo-parameters.ts';
import { isForeignFunction } from '../policy/placeholder.ts';
import type { TemplateView } from './template-view.ts';

/** A `${Name}` of the template in a string that no `Fn::Sub` reads. */
export interface ForgottenSubstitution {
  /** Between the braces. */
  readonly name: string;
  /** Indices into the decoded text, braces included. */
  readonly from: number;
  readonly to: number;
}

/** What of a plain string names a parameter, a resource or a pseudo parameter of the template. */
export function forgottenSubstitutions(text: string, template: TemplateView): readonly ForgottenSubstitution[] {
  if (!text.includes('${') || isForeignFunction(text)) return [];
  return [...text.matchAll(/\$\{([A-Za-z0-9]+(?:::[A-Za-z]+|(?:\.[A-Za-z0-9]+)*))\}/g)].flatMap((match) => {
    const [whole, name = ''] = match;
    return isOfTemplate(name, template) ? [{ name, from: match.index, to: match.index + whole.length }] : [];
  });
}

function isOfTemplate(name: string, { isParameter, findResource }: TemplateView): boolean {
  if (name.includes('::')) return isPseudoParameter(name);
  const [id = ''] = name.split('.', 1);
  return findResource(id) !== undefined || (id === name && isParameter(name));
}

/**
 * The text as the argument of an `Fn::Sub`, where IAM's own variables are marked. Undefined where it also holds words of
 * another tool.
 */
export function asSubstitution(text: string, template: TemplateView): string | undefined {
  const ours = new Set(forgottenSubstitutions(text, template).map(({ from }) => from));
  let isKnown = true;
  const written = text.replace(/\$\{([^{}]*)\}?/g, (whole, inner: string, from: number) => {
    if (ours.has(from)) return whole;
    if (!/^([*?$]|[^:'"]+:[^:].*)$/.test(inner) || !whole.endsWith('}')) isKnown = false;
    return `\${!${inner}}`;
  });
  return isKnown ? written : undefined;
}
