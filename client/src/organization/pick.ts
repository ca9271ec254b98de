import {
  type CancellationToken,
  CancellationTokenSource,
  Disposable,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  window,
} from 'vscode';

/** What a person answered; `back` leads to the question before. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'back' | 'cancelled'; readonly value?: undefined };

/** An item that stands for something; one that stands for nothing cannot be chosen. */
export interface Choice<T> extends QuickPickItem {
  readonly value?: T;
}

export interface PickOptions<T, Result> {
  readonly title: string;
  readonly placeholder: string;
  /** May come later than the list appears; it shows that it is busy until then. */
  readonly items: readonly Choice<T>[] | Promise<readonly Choice<T>[]>;
  /** There is a question before this one. */
  readonly canGoBack: boolean;
  /** Buttons that stand for something too. */
  readonly buttons?: readonly (QuickInputButton & { readonly value: T })[];
  /** Offered on top for a text that is typed: none for one that means nothing. */
  readonly typed?: (text: string) => Choice<T> | undefined;
  /** Which item is marked at the start; else the first. */
  readonly isActive?: (value: T) => boolean;
  /** What the choice leads to. The list stays, and is busy, until it is there; undefined: the person chooses again. */
  readonly accept: (value: T, token: CancellationToken) => Promise<Result | undefined> | Result | undefined;
}

/** Asks for one of several. Rejects where the items cannot be had, or `accept` does. */
export function pick<T, Result>(options: PickOptions<T, Result>): Promise<Outcome<Result>> {
  const list = window.createQuickPick<Choice<T>>();
  return new Promise((resolve, reject) => {
    const { accept, canGoBack, buttons = [] } = options;
    const cancellation = new CancellationTokenSource();
    let isWorking = false;
    const listeners: Disposable[] = [list, cancellation];
    const close = () => {
      cancellation.cancel();
      Disposable.from(...listeners.splice(0)).dispose();
    };
    const end = (outcome: Outcome<Result>) => {
      resolve(outcome);
      close();
    };
    const fail = (error: unknown) => {
      reject(error);
      close();
    };
    const choose = async (value: T | undefined) => {
      if (isWorking || value === undefined) return;
      isWorking = true;
      list.busy = true;
      const result = await accept(value, cancellation.token);
      isWorking = false;
      list.busy = false;
      if (result !== undefined) end({ kind: 'done', value: result });
    };
    list.buttons = [...(canGoBack ? [QuickInputButtons.Back] : []), ...buttons];
    listeners.push(
      list.onDidHide(() => end({ kind: 'cancelled' })),
      list.onDidAccept(() => choose(list.selectedItems[0]?.value).catch(fail)),
      list.onDidTriggerButton((pressed) => {
        const own = buttons.find((each) => each === pressed);
        if (own === undefined) end({ kind: 'back' });
        else choose(own.value).catch(fail);
      }),
    );
    showItems(list, options).catch(fail);
  });
}

async function showItems<T, Result>(list: QuickPick<Choice<T>>, options: PickOptions<T, Result>): Promise<void> {
  const { title, placeholder, typed, isActive } = options;
  Object.assign(list, { title, placeholder, matchOnDescription: true, ignoreFocusOut: true, busy: true });
  let known: readonly Choice<T>[] = [];
  const show = () => {
    const own = typed?.(list.value.trim());
    list.items = own === undefined ? known : [{ ...own, alwaysShow: true }, ...known];
  };
  if (typed !== undefined) list.onDidChangeValue(show);
  list.show();
  known = await options.items;
  show();
  const active = known.find(({ value }) => value !== undefined && isActive?.(value));
  if (active !== undefined) list.activeItems = [active];
  list.busy = false;
}
