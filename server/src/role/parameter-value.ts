import type { GivenValue } from './assembly-input.ts';
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
  readonly configured: GivenValue | undefined;
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
  const given = (value: string): Meaning =>
    // A dynamic reference is looked up during the deployment.
    value.includes('{{resolve:')
      ? open(unknown)
      : { text: [value], ...(isList && { list: { values: value.split(',').map((each) => [each.trim()]) } }) };
  // Of a parameter of Systems Manager a deployment is given a name, not the value.
  const isStored = parameter.type.startsWith('AWS::SSM::Parameter');
  if (configured !== undefined) {
    const isFiled = typeof configured === 'object' && 'file' in configured;
    const value = isFiled ? configured.value : configured;
    if (value === undefined || (isFiled && isStored)) return open(unknown);
    return given(typeof value === 'string' ? value : value.join(','));
  }
  if (passed === 'unknown') return open(unknown);
  if (passed !== undefined) {
    const literal = literalText(passed);
    return literal === undefined ? open(passed) : given(literal);
  }
  return parameter.default === undefined || isStored ? open(unknown) : given(parameter.default);
}
