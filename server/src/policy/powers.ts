import { identityAdministration } from '../catalog/identity-administration.ts';
import { child } from '../syntax/node.ts';
import { listItems } from './alternatives.ts';
import { isWrittenOut } from './element-names.ts';
import type { Policy } from './policy.ts';
import type { Statement } from './statement.ts';
import { literalOf } from './value.ts';
import { actionMatches } from './wildcard.ts';

/** What a set of permissions lets its holder do to other identities. Resources and conditions are not looked at. */
export interface Powers {
  readonly assumesRoles: Answer;
  readonly passesRoles: Answer;
  readonly administersIam: Answer;
}

export type Answer = 'yes' | 'no' | 'unknown';

export const noPowers: Powers = { assumesRoles: 'no', passesRoles: 'no', administersIam: 'no' };
export const unknownPowers: Powers = { assumesRoles: 'unknown', passesRoles: 'unknown', administersIam: 'unknown' };

/** What the Allow statements of a policy grant; Deny statements are not taken off. */
export function powersOfPolicy(policy: Policy): Powers {
  const written = powersOfStatements(policy);
  return holdsMore(policy) ? joinPowers([written, unknownPowers]) : written;
}

/** True where an intrinsic or a transform stands for statements, or for elements of one. */
function holdsMore({ root, shape, statements }: Policy): boolean {
  const list = shape === 'statements' ? root : child(root, 'Statement');
  if (root.type === 'object' && !isWrittenOut(root)) return true;
  if (list !== undefined && listItems(list).some((item) => item.type === 'intrinsic')) return true;
  return statements.some((each) => !isWrittenOut(each.node));
}

function powersOfStatements(policy: Policy): Powers {
  const allows = policy.statements.filter((each) => each.effect !== 'Deny');
  const grants = (actions: readonly string[]) =>
    anyOf(allows.map((each) => anyOf(actions.map((action) => allowsAction(each, action)))));
  return {
    assumesRoles: grants(['sts:AssumeRole']),
    passesRoles: grants(['iam:PassRole']),
    administersIam: grants(identityAdministration),
  };
}

/** The union of several sets of permissions. */
export function joinPowers(all: readonly Powers[]): Powers {
  return {
    assumesRoles: anyOf(all.map((each) => each.assumesRoles)),
    passesRoles: anyOf(all.map((each) => each.passesRoles)),
    administersIam: anyOf(all.map((each) => each.administersIam)),
  };
}

/** Whether an Allow statement's `Action` or `NotAction` covers an action. */
export function allowsAction(statement: Statement, action: string): Answer {
  if (statement.action !== undefined) return listCovers(statement.action, action);
  if (statement.notAction === undefined) return 'no';
  return not(listCovers(statement.notAction, action));
}

function listCovers(list: NonNullable<Statement['action']>, action: string): Answer {
  let answer: Answer = list.complete ? 'no' : 'unknown';
  for (const value of list.values) {
    const text = literalOf(value);
    if (text === undefined) answer = 'unknown';
    else if (actionMatches(text, action)) return 'yes';
  }
  return answer;
}

function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function not(answer: Answer): Answer {
  return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown';
}
