import type { Graph } from '../chain/graph.ts';
import type { StatementPart } from '../chain/verdict.ts';
import type { Entity } from '../role/entity.ts';
import type { Origin } from '../role/grant.ts';
import type { Applicability, Severity } from './finding.ts';

/** Reads the graph of a whole workspace, never a tree: it runs again when what any file says of itself changes. */
export type WorkspaceCheck = (graph: Graph, context: WorkspaceContext) => void;

export interface WorkspaceContext {
  readonly report: (report: WorkspaceReport) => void;
}

export interface WorkspaceReport {
  readonly at: Pointer;
  readonly message: string;
  /** Where it differs from the rule's default. */
  readonly severity?: Severity;
  /** The other end, and what else decides. Those that stand nowhere are left out. */
  readonly related?: readonly { readonly at: Pointer; readonly message: string }[];
  readonly fixes?: readonly WorkspaceFix[];
}

/** A place in a file of the workspace, looked up in its tree when a finding is shown. */
export type Pointer =
  | { readonly type: 'statement'; readonly origin: Origin; readonly part?: StatementPart }
  /** The entity's resource, or one of its properties where it is written. */
  | {
      readonly type: 'entity';
      readonly entity: Entity;
      readonly property?: 'RoleName' | 'Path' | 'MaxSessionDuration';
    };

/** A fix as data, written by `service/` in the file's own format when it is asked for. */
export interface WorkspaceFix {
  readonly title: string;
  readonly applicability: Applicability;
  readonly preferred?: boolean;
  readonly edit: WorkspaceEdit;
}

/** `from` must stand in the value as it is written: where it does not, the fix is not offered. */
export type WorkspaceEdit = { readonly at: Pointer; readonly from: string; readonly to: string };

/** The place of a statement, or of a part of it. */
export function atStatement(origin: Origin, part?: StatementPart): Pointer {
  return part === undefined ? { type: 'statement', origin } : { type: 'statement', origin, part };
}

export function atEntity(entity: Entity): Pointer {
  return { type: 'entity', entity };
}

/** The same for two pointers to the same place. */
export function pointerKey(pointer: Pointer): string {
  if (pointer.type === 'entity') return `${pointer.entity.id}\n${pointer.property ?? ''}`;
  const { file, fragment, policy, statement } = pointer.origin;
  const key = `${file}\n${fragment}\n${policy}\n${statement}`;
  return pointer.part === undefined ? key : `${key}\n${JSON.stringify(pointer.part)}`;
}
