import { isWrittenOut } from '../policy/element-names.ts';
import type { Substitution } from '../policy/read-value.ts';
import type { Statement } from '../policy/statement.ts';
import type { Node } from '../syntax/node.ts';
import { textKey } from './text.ts';
import {
  branchesOf,
  eitherWritten,
  isOpenKey,
  joinWritten,
  readTexts,
  type Written,
  type WrittenText,
} from './written-texts.ts';

/** One statement with what is certain of it, and the node of each of its values: in the order that a `Grant` has them. */
export interface WrittenStatement {
  readonly actions?: WrittenList<WrittenText>;
  readonly resources?: WrittenList<WrittenText>;
  readonly principals?: WrittenList<WrittenPrincipal>;
  readonly conditions: readonly WrittenCondition[];
  /** False: more conditions may apply, or elements stand behind a macro. */
  readonly complete: boolean;
}

export interface WrittenList<T> extends Written<T> {
  readonly negated: boolean;
  /** The whole element's value. */
  readonly node: Node;
}

export interface WrittenPrincipal extends WrittenText {
  readonly type: string;
}

export interface WrittenCondition extends Written<WrittenText> {
  readonly operator: string;
  readonly key: string;
  /** The key, where the condition is shown. */
  readonly node: Node;
}

/** Reads a statement for evaluation. */
export function readWritten(statement: Statement, substitution: Substitution): WrittenStatement {
  const { resource, notResource, principal, notPrincipal, condition } = statement;
  const actions = readActions(statement, substitution);
  const resources = readList(resource?.property.value, notResource?.property.value, (node) =>
    readTexts(node, substitution),
  );
  const principals = readList(principal?.property.value, notPrincipal?.property.value, (node) =>
    readPrincipals(node, substitution),
  );
  const conditions = condition.property && readConditions(condition.property.value, substitution);
  return {
    ...(actions && { actions }),
    ...(resources && { resources }),
    ...(principals && { principals }),
    conditions: conditions?.values ?? [],
    complete: (conditions?.complete ?? true) && isWrittenOut(statement.node),
  };
}

/** Its actions alone, by which most statements are passed over. */
export function readActions(
  { action, notAction }: Statement,
  substitution: Substitution,
): WrittenList<WrittenText> | undefined {
  return readList(action?.property.value, notAction?.property.value, (node) => readTexts(node, substitution));
}

function readList<T>(
  plain: Node | undefined,
  negated: Node | undefined,
  read: (node: Node) => Written<T>,
): WrittenList<T> | undefined {
  if (plain !== undefined) return { negated: false, node: plain, ...read(plain) };
  return negated && { negated: true, node: negated, ...read(negated) };
}

function readPrincipals(node: Node, substitution: Substitution): Written<WrittenPrincipal> {
  const branches = branchesOf(node)?.map((branch) => readPrincipals(branch, substitution));
  if (branches?.[0] && branches[1])
    return eitherWritten(branches[0], branches[1], ({ type, text }) => `${type}:${textKey(text)}`);
  if (node.type === 'array') return joinWritten(node.items.map((item) => readPrincipals(item, substitution)));
  if (node.type === 'string' && node.value === '*')
    return { values: [{ type: '*', text: ['*'], node }], complete: true };
  if (node.type !== 'object') return { values: [], complete: false };
  return joinWritten(
    node.properties.map(({ key, value }): Written<WrittenPrincipal> => {
      if (isOpenKey(key.value)) return { values: [], complete: false };
      const { values, complete } = readTexts(value, substitution);
      return { values: values.map((each) => ({ type: key.value, ...each })), complete };
    }),
  );
}

function readConditions(node: Node, substitution: Substitution): Written<WrittenCondition> {
  return readOpened(node, (block) =>
    joinWritten(
      block.properties.map((operator) => {
        if (isOpenKey(operator.key.value)) return { values: [], complete: false };
        return readOpened(operator.value, (keys) =>
          joinWritten(
            keys.properties.map(({ key, value }): Written<WrittenCondition> => {
              if (isOpenKey(key.value)) return { values: [], complete: false };
              const read = readTexts(value, substitution);
              return {
                values: [{ operator: operator.key.value, key: key.value, node: key, ...read }],
                complete: true,
              };
            }),
          ),
        );
      }),
    ),
  );
}

function readOpened(
  node: Node,
  read: (object: Node & { type: 'object' }) => Written<WrittenCondition>,
): Written<WrittenCondition> {
  if (node.type === 'object') return read(node);
  if (node.type === 'null') return { values: [], complete: true };
  const branches = branchesOf(node)?.map((branch) => readOpened(branch, read));
  return branches?.[0] && branches[1]
    ? eitherWritten(branches[0], branches[1], conditionKey)
    : { values: [], complete: false };
}

function conditionKey({ operator, key, values, complete }: WrittenCondition): string {
  return JSON.stringify([operator, key, complete, values.map(({ text }) => textKey(text))]);
}
