import type { OperatorUse } from '../catalog/condition-operators.ts';
import type { Node, ObjectNode, Property, StringNode } from '../syntax/node.ts';
import type { Value } from './value.ts';

/**
 * One statement of a policy, as written. What is not there is undefined; what cannot be known is said so. All have the
 * same properties in the same order, for which engines are quicker.
 */
export interface Statement {
  readonly node: ObjectNode;
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid: Value | undefined;
  /** Undefined where missing, misspelt or not known. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly action: ValueList | undefined;
  readonly notAction: ValueList | undefined;
  readonly resource: ValueList | undefined;
  readonly notResource: ValueList | undefined;
  readonly principal: PrincipalElement | undefined;
  readonly notPrincipal: PrincipalElement | undefined;
  readonly condition: ConditionBlock;
}

/** An element that holds one value or a list of them. */
export interface ValueList {
  readonly property: Property;
  readonly values: readonly Value[];
  /** False where part of the list is an intrinsic that may stand for several values. */
  readonly complete: boolean;
}

export interface PrincipalElement {
  readonly property: Property;
  /** One entry per principal named; `"*"` is `{ type: '*' }` with the value `*`. */
  readonly principals: readonly Principal[];
  /** False where part of it is an intrinsic that is not a single value. */
  readonly complete: boolean;
}

export interface Principal {
  /** The key as written (`AWS`, `Service`, `Federated`, `CanonicalUser`), or `*` for the bare wildcard. */
  readonly type: string;
  readonly key?: StringNode;
  readonly value: Value;
}

export interface ConditionBlock {
  readonly property?: Property;
  readonly entries: readonly ConditionEntry[];
  /** False where an intrinsic hides operators or keys: more conditions may apply than are seen. */
  readonly complete: boolean;
}

/** One key under one operator. All entries of a block must hold. */
export interface ConditionEntry {
  /** Undefined if AWS has no such operator. */
  readonly operator: OperatorUse | undefined;
  readonly operatorNode: StringNode;
  readonly key: string;
  readonly keyNode: StringNode;
  readonly valueNode: Node;
  readonly values: readonly Value[];
  readonly complete: boolean;
}

/** A condition without its values. */
export type Comparison = Pick<ConditionEntry, 'operator' | 'key'>;
