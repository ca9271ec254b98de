import { type CancellationToken, type InputBoxValidationMessage, InputBoxValidationSeverity } from 'vscode';
import type { CheckedAnswer, RoleChainAnswerName } from '../../../server/src/protocol/role-chain.ts';
import { askText } from '../organization/ask-text.ts';
import type { Outcome } from '../organization/pick.ts';
import { answersOf } from './answers.ts';
import type { Turn, Wizard } from './wizard.ts';

export interface AnswerQuestion {
  readonly prompt: string;
  readonly placeholder?: string;
  /** What stands there at the start: the answer from before, or a suggestion. */
  readonly value?: string;
  readonly selection?: readonly [number, number];
  /** An empty text is an answer, and is not checked. */
  readonly mayBeEmpty?: boolean;
  /** The parts of the text that are answers of their own. */
  readonly parts: (text: string) => readonly (readonly [answer: RoleChainAnswerName, value: string])[];
}

/** Asks for a text that the server checks as it is typed, with the answers before in mind. */
export function askAnswer(
  wizard: Wizard,
  { title, canGoBack, draft }: Turn,
  { parts, mayBeEmpty = false, ...question }: AnswerQuestion,
): Promise<Outcome<string>> {
  const answers = answersOf(draft);
  const check = async (text: string, token: CancellationToken) => {
    if (text === '' && mayBeEmpty) return undefined;
    const checked = await Promise.all(
      parts(text).map(([answer, value]) => wizard.api.check({ answer, value, answers }, token)),
    );
    return toMessage(checked);
  };
  return askText({ title, canGoBack, ...question, check });
}

/** The name at the end of a path or an ARN, to be selected. */
export function lastName(text: string): readonly [number, number] {
  return [text.lastIndexOf('/') + 1, text.length];
}

/** What is wrong with any part, else what there is to know. */
export function toMessage(checked: readonly CheckedAnswer[]): string | InputBoxValidationMessage | undefined {
  const problem = checked.find((each) => each.problem !== undefined)?.problem;
  if (problem !== undefined) return problem;
  const message = checked.flatMap(({ note }) => note ?? []).join(' ');
  return message === '' ? undefined : { message, severity: InputBoxValidationSeverity.Info };
}
