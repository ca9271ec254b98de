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
}

/** Undefined for what is no resource: an entry without a type. */
export function resourceNameOf(id: string, body: Node | undefined): ResourceName | undefined {
  const type = stringValue(child(body, 'Type'));
  if (type === undefined) return undefined;
  if (!hasPath.has(type)) return { id, type };
  const written = child(child(body, 'Properties'), 'Path');
  const path = written === undefined ? '/' : literalOf(readValue(written));
  return { id, type, ...(path !== undefined && { path }) };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html (friendly names and paths) */
const hasPath: ReadonlySet<string> = new Set([
  'AWS::IAM::Group',
  'AWS::IAM::InstanceProfile',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
]);
