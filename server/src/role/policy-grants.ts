import { listItems } from '../policy/alternatives.ts';
import { isWrittenOut } from '../policy/element-names.ts';
import { kindNames } from '../policy/kind.ts';
import { languageVersionOf } from '../policy/language-version.ts';
import type { Policy } from '../policy/policy.ts';
import { literalOf } from '../policy/value.ts';
import { child, type Node } from '../syntax/node.ts';
import type { Grant, Listed, ListedPrincipals, Origin } from './grant.ts';
import { isRelevant } from './relevant-actions.ts';
import type { Text } from './text.ts';
import { readActions, readWritten, type WrittenList, type WrittenPrincipal } from './written-statement.ts';
import type { Written, WrittenText } from './written-texts.ts';

/** A policy, and where it stands in its file. */
export interface PlacedPolicy {
  readonly policy: Policy;
  /** Number of the policy within its fragment. */
  readonly number: number;
}

/** What grants say of the place they come from. */
export interface GrantSource {
  readonly file: string;
  readonly fragment: string;
  /** "the trust policy of `TargetRole`". */
  readonly label: string;
  /** The nodes that stand in one branch of an `Fn::If` only. */
  readonly uncertain: ReadonlySet<Node>;
}

/** The statements of a policy that may concern a chain of roles, and one for those that are hidden. */
export function grantsOfPolicy({ policy, number }: PlacedPolicy, source: GrantSource): readonly Grant[] {
  const { uncertain } = source;
  const isUncertain = uncertain.has(policy.embedding?.host ?? policy.root);
  const { is: version } = languageVersionOf(policy);
  const hasVariables = version !== 'missing' && version !== 'old';
  const grants = policy.statements.flatMap((statement): Grant[] => {
    const named = readActions(statement, policy.substitution);
    const actions = named && listed(named);
    if (!isRelevant(policy.kind, actions)) return [];
    const written = readWritten(statement, policy.substitution);
    const sid = literalOf(statement.sid);
    const name = sid ? `statement \`${sid}\`` : `statement ${statement.index + 1}`;
    return [
      {
        effect: statement.effect,
        origin: originOf(source, number, statement.index, `${name} of ${source.label}`),
        ...(actions && { actions }),
        ...(written.resources && { resources: listed(written.resources) }),
        ...(written.principals && { principals: listedPrincipals(written.principals) }),
        conditions: written.conditions.map(({ operator, key, values, complete }) => ({
          operator,
          key,
          values: texts(values),
          complete,
        })),
        ...(!hasVariables && { hasVariables }),
        complete: written.complete && !isUncertain && !uncertain.has(statement.node),
      },
    ];
  });
  return holdsMore(policy) ? [...grants, hiddenGrant(source, number)] : grants;
}

/** A statement of which nothing is known, not even that it is there. `policy` below 0: nor where its policy is. */
export function hiddenGrant(source: Omit<GrantSource, 'uncertain'>, policy = -1): Grant {
  const unknown = { negated: false, values: [], complete: false };
  return {
    effect: undefined,
    origin: originOf(source, policy, -1, `a part of ${source.label} that is not known before deployment`),
    actions: unknown,
    resources: unknown,
    principals: unknown,
    conditions: [],
    complete: false,
  };
}

/** "the trust policy of `TargetRole`". */
export function labelPolicy(policy: Policy, owner: string, name?: string): string {
  return name === undefined
    ? `the ${kindNames[policy.kind]} of \`${owner}\``
    : `the policy \`${name}\` of \`${owner}\``;
}

/** True where an intrinsic or a macro stands for statements. */
function holdsMore({ root, shape, statements }: Policy): boolean {
  const list = shape === 'statements' ? root : child(root, 'Statement');
  if (root.type === 'object' && !isWrittenOut(root)) return true;
  const items = list === undefined ? [] : listItems(list);
  return items.length > statements.length && items.some((item) => item.type === 'intrinsic');
}

function originOf(
  { file, fragment }: Pick<GrantSource, 'file' | 'fragment'>,
  policy: number,
  statement: number,
  label: string,
): Origin {
  return { file, fragment, policy, statement, label };
}

function listed({ negated, values, complete }: WrittenList<WrittenText>): Listed {
  return { negated, values: texts(values), complete };
}

function texts(values: Written<WrittenText>['values']): readonly Text[] {
  return values.map(({ text }) => text);
}

function listedPrincipals({ negated, values, complete }: WrittenList<WrittenPrincipal>): ListedPrincipals {
  return { negated, values: values.map(({ type, text }) => ({ type, value: text })), complete };
}
