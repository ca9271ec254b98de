import type { ParameterDeclaration } from './declaration.ts';
import { literalText, type Text } from './text.ts';

/** What an expression of a template stands for. */
export interface Meaning {
  readonly text: Text;
  /** Of a parameter that is a list: its values; undefined where they are not known. */
  readonly list?: { readonly values: readonly Text[] | undefined };
}

export interface ParameterSources {
  /** What the configuration says. */
  readonly configured: string | readonly string[] | undefined;
  /** What the stacks pass that deploy the template; `unknown`: not all the same. */
  readonly passed: Text | 'unknown' | undefined;
  /** What stands for it where nobody says. */
  readonly unknown: Text;
}

/** The value of a parameter: the configured one, else the one that is passed, else its default. */
export function meaningOfParameter(parameter: ParameterDeclaration, sources: ParameterSources): Meaning {
  const { configured, passed, unknown } = sources;
  const isList = /^CommaDelimitedList|List</.test(parameter.type);
  const open = (text: Text): Meaning => ({ text, ...(isList && { list: { values: undefined } }) });
  const given = (value: string): Meaning => ({
    text: [value],
    ...(isList && { list: { values: value.split(',').map((each) => [each.trim()]) } }),
  });
  if (configured !== undefined) return given(typeof configured === 'string' ? configured : configured.join(','));
  if (passed === 'unknown') return open(unknown);
  if (passed !== undefined) {
    const literal = literalText(passed);
    return literal === undefined ? open(passed) : given(literal);
  }
  // The default of a parameter of Systems Manager is a name, not the value.
  const isStored = parameter.type.startsWith('AWS::SSM::Parameter');
  return parameter.default === undefined || isStored ? open(unknown) : given(parameter.default);
}
