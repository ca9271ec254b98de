import type { CancellationToken, QuickInputButton, QuickPickItem } from 'vscode';
import { QuickList } from './quick-list.ts';

/** What a person answered; `back` leads to the question before. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'back' | 'cancelled'; readonly value?: undefined };

/** An item that stands for something; one that stands for nothing cannot be chosen. */
export interface Choice<T> extends QuickPickItem {
  readonly value?: T;
}

export interface Question<T> {
  readonly title: string;
  readonly placeholder: string;
  /** May come later than the list appears; it shows that it is busy until then. */
  readonly items: readonly Choice<T>[] | Promise<readonly Choice<T>[]>;
  /** Shown until `items` are there. */
  readonly meanwhile?: readonly Choice<T>[];
  /** There is a question before this one. */
  readonly canGoBack: boolean;
  /** Buttons that stand for something too. */
  readonly buttons?: readonly (QuickInputButton & { readonly value: T })[];
  /** Offered on top for a text that is typed: none for one that means nothing. */
  readonly typed?: (text: string) => Choice<T> | undefined;
  /** Which item is marked at the start, the first of these; else the first of all. */
  readonly isActive?: (value: T) => boolean;
}

/** A question for one of several, whose answer is followed up while the list is open. */
export interface PickOptions<T, Result> extends Question<T> {
  /** What the choice leads to. The list stays, and is busy, until it is there; undefined: the person chooses again. */
  readonly accept: (value: T, token: CancellationToken) => Promise<Result | undefined> | Result | undefined;
}

/** Asks one question. Rejects where the items cannot be had. */
export async function pick<T>(question: Question<T>): Promise<Outcome<T>> {
  const list = new QuickList();
  try {
    return await list.ask({ ...question, accept: (value) => value });
  } finally {
    list.dispose();
  }
}
