import { namePropertyOf } from '../catalog/template-capabilities.ts';
import { isNoValue } from '../policy/alternatives.ts';
import { readValue } from '../policy/read-value.ts';
import { literalOf } from '../policy/value.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';

/** What the others of a template may call a resource by, and what a `Ref` to it gives. */
export interface ResourceName {
  /** Its logical id. */
  readonly id: string;
  readonly type: string;
  /** Of an IAM entity: its path where that is known; `/` where none is written. */
  readonly path?: string;
  /** An IAM entity or policy that certainly is there, with a name of its own. */
  readonly isNamed?: true;
}

/** Undefined for what is no resource: an entry without a type. */
export function resourceNameOf(id: string, body: Node | undefined): ResourceName | undefined {
  const type = stringValue(child(body, 'Type'));
  if (type === undefined) return undefined;
  if (!hasPath.has(type)) return { id, type };
  const properties = child(body, 'Properties');
  const written = child(properties, 'Path');
  const path = written === undefined ? '/' : literalOf(readValue(written));
  const name = child(properties, namePropertyOf(type) ?? '');
  const isNamed = name !== undefined && isCertain(name) && child(body, 'Condition') === undefined;
  return { id, type, ...(path !== undefined && { path }), ...(isNamed && { isNamed }) };
}

/** No value, or one that a condition may leave out, is none for certain. */
function isCertain(value: Node): boolean {
  return value.type !== 'null' && !isNoValue(value) && !(value.type === 'intrinsic' && value.name === 'If');
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html (friendly names and paths) */
const hasPath: ReadonlySet<string> = new Set([
  'AWS::IAM::Group',
  'AWS::IAM::InstanceProfile',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
]);
