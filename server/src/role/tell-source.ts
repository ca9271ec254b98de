import { type GivenValue, givenValue } from './assembly-input.ts';
import type { ParameterDeclaration } from './declaration.ts';
import { importedName, readLocal } from './local-text.ts';
import type { ResolvedScope } from './resolver.ts';
import { describeText, literalText, type Unknown } from './text.ts';

/**
 * Where the value of an expression of a template comes from, or why there is none: a sentence with a full stop, names in
 * backticks. `typeOf` tells the types of the template's resources by their logical ids.
 */
export function tellSource(local: Unknown, scope: ResolvedScope, typeOf: (id: string) => string | undefined): string {
  const { why, symbol } = readLocal(local);
  const isKnown = literalText(scope.text([local])) !== undefined;
  switch (why) {
    case 'pseudo':
      if (isKnown && symbol === 'AWS::AccountId')
        return '`AWS::AccountId` is the account that the workspace deploys it to.';
      if (isKnown) return `\`${symbol}\` is taken for that of the workspace's other ARNs, else of \`aws\`.`;
      return `\`${symbol}\` depends on where it is deployed.`;
    case 'reference': {
      const declared = scope.scope.index.byId.get(symbol);
      if (declared?.declares === 'parameter') return tellParameter(declared, scope, isKnown);
      return tellResource(symbol, isKnown, typeOf);
    }
    case 'attribute':
      return tellResource(symbol.split('.')[0] ?? symbol, isKnown, typeOf);
    case 'import': {
      const name = describeText(scope.text(importedName(symbol)));
      return isKnown
        ? `A template of the workspace exports \`${name}\`.`
        : `What is exported as \`${name}\` is not known in the workspace.`;
    }
    case 'map':
      return isKnown
        ? "It is what the template's mapping says."
        : 'Which row of the mapping it is depends on the deployment.';
    case 'dynamic':
      return `\`${symbol}\` is looked up during the deployment.`;
    case 'placeholder':
      return `\`${symbol}\` is still to be filled in.`;
    case 'function':
      return 'It is worked out during the deployment.';
    default:
      return why satisfies never;
  }
}

function tellParameter(parameter: ParameterDeclaration, { scope }: ResolvedScope, isKnown: boolean): string {
  const { id, type } = parameter;
  const given = scope.isFile ? givenValue(scope.file, id) : undefined;
  if (given !== undefined) return tellGiven(id, given, isKnown);
  if (type.startsWith('AWS::SSM::Parameter'))
    return `\`${id}\` is read from the Parameter Store during the deployment.`;
  const isPassed = scope.parents.some(({ stack }) => stack.parameters.some(({ key }) => key === id));
  if (isPassed) {
    return isKnown
      ? `\`${id}\` is what the stack of the workspace passes that deploys the template.`
      : `\`${id}\` is passed by a stack, and not known.`;
  }
  if (isKnown) return `\`${id}\` has its default here; a deployment may give it another value.`;
  return parameter.default === undefined
    ? `The parameter \`${id}\` has no default.`
    : `The value of the parameter \`${id}\` is not known.`;
}

function tellGiven(id: string, given: GivenValue, isKnown: boolean): string {
  if (typeof given !== 'object' || !('file' in given)) return `\`${id}\` is as the configuration says.`;
  return isKnown
    ? `\`${id}\` is as \`${given.file}\` has it, which the configuration names.`
    : `\`${id}\` is given by \`${given.file}\`, which does not tell the value.`;
}

function tellResource(id: string, isKnown: boolean, typeOf: (id: string) => string | undefined): string {
  const type = typeOf(id);
  if (type === undefined) return `\`${id}\` is no parameter and no resource of this template.`;
  return isKnown
    ? `\`${id}\` is a resource of the type ${type}.`
    : `\`${id}\`, of the type ${type}, is known once it is deployed.`;
}
