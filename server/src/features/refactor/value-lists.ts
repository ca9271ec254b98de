import type { Node, Property } from '../../syntax/node.ts';
import { isTouched, isWrittenHere, type PolicyPlace, spanOfProperty } from './policy-place.ts';

/** An element that holds one value or a list of them. */
export interface ValueElement {
  /** As it stands in the text: `Action`, `Principal.AWS`, `aws:SourceArn`. */
  readonly name: string;
  readonly property: Property;
}

/** The element with one or many values that the selection is in. */
export function valueElementAt({ statement, selection }: PolicyPlace): ValueElement | undefined {
  if (statement === undefined) return undefined;
  const property = touched(statement.node, selection);
  if (property === undefined) return undefined;
  const name = property.key.value;
  switch (name) {
    case 'Action':
    case 'NotAction':
    case 'Resource':
    case 'NotResource':
      return { name, property };
    case 'Principal':
    case 'NotPrincipal': {
      const type = touched(property.value, selection);
      return type && { name: `${name}.${type.key.value}`, property: type };
    }
    case 'Condition': {
      const operator = touched(property.value, selection);
      const key = operator && touched(operator.value, selection);
      return key && { name: key.key.value, property: key };
    }
    default:
      return undefined;
  }
}

function touched(node: Node, selection: PolicyPlace['selection']): Property | undefined {
  if (node.type !== 'object') return undefined;
  const found = node.properties.find((each) => isTouched(spanOfProperty(each), selection));
  return found && isWrittenHere(found, node) ? found : undefined;
}
