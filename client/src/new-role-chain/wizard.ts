import type { RoleChainChoices } from '../../../server/src/protocol/role-chain.ts';
import type { Dialog } from '../organization/lookup.ts';
import type { Outcome, Question } from '../organization/pick.ts';
import type { Draft } from './draft.ts';
import type { RoleChainApi } from './role-chain-api.ts';

/** What all questions of one run have in common. */
export interface Wizard {
  readonly dialog: Dialog;
  readonly api: RoleChainApi;
  readonly choices: RoleChainChoices;
}

/** A question at its turn. */
export interface Turn {
  /** With the number of the question. */
  readonly title: string;
  readonly canGoBack: boolean;
  readonly draft: Draft;
}

/** The draft with one more answer. */
export type Answered = Promise<Outcome<Draft>>;

/** Puts an answer into the draft. */
export async function answerWith<T>({ draft }: Turn, asked: Promise<Outcome<T>>, put: (value: T) => Draft): Answered {
  const outcome = await asked;
  return outcome.kind === 'done' ? { kind: 'done', value: { ...draft, ...put(outcome.value) } } : outcome;
}

/** Asks for one of a few. */
export function choose<T>(
  { dialog }: Wizard,
  { title, canGoBack }: Turn,
  question: Pick<Question<T>, 'placeholder' | 'items' | 'typed' | 'isActive'>,
): Promise<Outcome<T>> {
  return dialog.list.ask<T, T>({ title, canGoBack, ...question, accept: (value) => value });
}
