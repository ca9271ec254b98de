import { listItems } from '../policy/alternatives.ts';
import { readValue } from '../policy/read-value.ts';
import { literalOf } from '../policy/value.ts';
import { child, type Node, property, stringValue } from '../syntax/node.ts';

/** What a resource has to do with the connectors of AWS SAM. */
export interface Connections {
  /** Logical ids of the resources that a connector joins, its own attribute's resource included. */
  readonly connects?: readonly string[];
  /** Logical ids whose ARN the resource is given, such as that of the role it runs with. */
  readonly isGiven?: readonly string[];
}

/**
 * Reads a connector (`AWS::Serverless::Connector`, or the attribute `Connectors` of a resource) and what a resource may
 * run with.
 */
export function connectionsOf(id: string, body: Node): Connections {
  const properties = child(body, 'Properties');
  const connectors = child(body, 'Connectors');
  const joined =
    stringValue(child(body, 'Type')) === 'AWS::Serverless::Connector'
      ? endsOf(properties)
      : connectors?.type === 'object'
        ? [id, ...connectors.properties.flatMap(({ value }) => endsOf(child(value, 'Properties')))]
        : [];
  const given = properties === undefined ? [] : arnsIn(properties);
  return {
    ...(joined.length > 0 && { connects: joined }),
    ...(given.length > 0 && { isGiven: given }),
  };
}

function endsOf(properties: Node | undefined): readonly string[] {
  return ['Source', 'Destination'].flatMap((end) => {
    const value = property(properties, end)?.value;
    return value === undefined ? [] : listItems(value).flatMap((each) => stringValue(child(each, 'Id')) ?? []);
  });
}

function arnsIn(root: Node): readonly string[] {
  const ids = new Set<string>();
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.type === 'object') for (const { value } of node.properties) visit(value);
    else if (node.type === 'array') for (const item of node.items) visit(item);
    else if (node.type === 'intrinsic') {
      const value = readValue(node);
      const [only, ...more] = value.parts;
      const isArn = only?.type === 'hole' && only.why === 'attribute' && more.length === 0;
      if (isArn && only.symbol.endsWith('.Arn')) ids.add(only.symbol.slice(0, -'.Arn'.length));
      else if (literalOf(value) === undefined) visit(node.argument);
    }
  };
  visit(root);
  return [...ids];
}
