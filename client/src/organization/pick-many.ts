import { Disposable, QuickInputButtons, window } from 'vscode';
import type { Choice, Outcome } from './pick.ts';

export interface PickManyOptions<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly Choice<T>[];
}

/** Asks for some of several, one at least. */
export function pickMany<T>({ title, placeholder, items }: PickManyOptions<T>): Promise<Outcome<readonly T[]>> {
  const list = window.createQuickPick<Choice<T>>();
  Object.assign(list, { title, placeholder, matchOnDescription: true, ignoreFocusOut: true, canSelectMany: true });
  list.buttons = [QuickInputButtons.Back];
  list.items = items;
  return new Promise((resolve) => {
    const listeners: Disposable[] = [list];
    const end = (outcome: Outcome<readonly T[]>) => {
      resolve(outcome);
      Disposable.from(...listeners.splice(0)).dispose();
    };
    listeners.push(
      list.onDidTriggerButton(() => end({ kind: 'back' })),
      list.onDidHide(() => end({ kind: 'cancelled' })),
      list.onDidAccept(() => {
        const values = list.selectedItems.flatMap(({ value }) => (value === undefined ? [] : [value]));
        if (values.length > 0) end({ kind: 'done', value: values });
      }),
    );
    list.show();
  });
}
