import { child, type Node, stringValue } from '../syntax/node.ts';
import type { Declaration, MappingDeclaration, OutputDeclaration, ParameterDeclaration } from './declaration.ts';
import { declareIdentity, declarePolicy } from './declare-identity.ts';
import { declareControlPolicy, declareStack } from './declare-stack.ts';
import { declareGlobals, declareUses } from './declare-use.ts';
import { openResource, type ResourceRequest } from './template-resource.ts';
import { readText } from './written-texts.ts';

const identities: readonly string[] = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** What one resource of a template declares. `nested` is what the template that it holds as a string declares. */
export function declareResource(request: ResourceRequest, nested?: readonly Declaration[]): readonly Declaration[] {
  const resource = openResource(request);
  if (resource === undefined) return [];
  if (identities.includes(resource.type)) return [declareIdentity(resource)];
  const single = declarePolicy(resource) ?? declareControlPolicy(resource) ?? declareStack(resource, nested);
  return single ? [single] : declareUses(resource);
}

/** What a section of a template beside `Resources` declares. */
export function declareSection(name: string, section: Node): readonly Declaration[] {
  switch (name) {
    case 'Parameters':
      return entriesOf(section).map(([id, body]) => declareParameter(id, body));
    case 'Outputs':
      return entriesOf(section).flatMap(([id, body]) => declareOutput(id, body) ?? []);
    case 'Mappings':
      return entriesOf(section).map(([id, body]) => declareMapping(id, body));
    case 'Globals': {
      const globals = declareGlobals(section);
      return globals ? [globals] : [];
    }
    default:
      return [];
  }
}

/** What a whole template declares that is read in one piece, its resources left out. */
export function declareSections(template: Node): readonly Declaration[] {
  return entriesOf(template).flatMap(([name, section]) => declareSection(name, section));
}

function declareParameter(id: string, body: Node): ParameterDeclaration {
  const type = stringValue(child(body, 'Type')) ?? 'String';
  const given = child(body, 'Default');
  const value = given?.type === 'number' || given?.type === 'boolean' ? given.raw : stringValue(given);
  const pattern = stringValue(child(body, 'AllowedPattern'));
  const isAccount = pattern !== undefined && /^\^?(\\d|\[0-9\])\{12\}\$?$/.test(pattern);
  return {
    declares: 'parameter',
    id,
    type,
    ...(value !== undefined && { default: value }),
    ...(isAccount && { isAccount }),
  };
}

/** A value that is neither a text nor a list of texts is left out: nothing is known of it. */
function declareMapping(id: string, body: Node): MappingDeclaration {
  const rows = entriesOf(body).map(([key, row]) => ({
    key,
    values: entriesOf(row).flatMap(([name, node]) => {
      const value = node.type === 'array' ? listIn(node.items.map(scalarIn)) : scalarIn(node);
      return value === undefined ? [] : [{ key: name, value }];
    }),
  }));
  return { declares: 'mapping', id, rows };
}

function scalarIn(node: Node): string | undefined {
  return node.type === 'number' || node.type === 'boolean' ? node.raw : stringValue(node);
}

function listIn(values: readonly (string | undefined)[]): { readonly list: readonly string[] } | undefined {
  const known = values.flatMap((value) => value ?? []);
  return known.length === values.length ? { list: known } : undefined;
}

function declareOutput(id: string, body: Node): OutputDeclaration | undefined {
  const value = readText(child(body, 'Value'));
  const exportName = readText(child(child(body, 'Export'), 'Name'));
  return value && { declares: 'output', id, value, ...(exportName && { exportName }) };
}

function entriesOf(node: Node): readonly (readonly [string, Node])[] {
  return node.type === 'object' ? node.properties.map(({ key, value }) => [key.value, value] as const) : [];
}
