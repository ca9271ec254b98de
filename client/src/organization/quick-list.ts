import { CancellationTokenSource, Disposable, QuickInputButtons, type QuickPickItem, window } from 'vscode';
import type { MfaPrompt } from './mfa.ts';
import type { Outcome, PickOptions, Question } from './pick.ts';

/**
 * A list that stays open from one question to the next, so that no key is lost in between. It ends with `dispose`.
 * `mfa` takes its place for a while, which is no reason to give up.
 */
export class QuickList extends Disposable {
  readonly #list = window.createQuickPick<QuickPickItem>();
  readonly #mfa: MfaPrompt | undefined;

  constructor(mfa?: MfaPrompt) {
    super(() => this.#list.dispose());
    this.#mfa = mfa;
    this.#list.matchOnDescription = true;
    this.#list.ignoreFocusOut = true;
  }

  /** Asks for one of several. Rejects where the items cannot be had, or `accept` does. */
  ask<T, Result>(options: PickOptions<T, Result>): Promise<Outcome<Result>> {
    const { accept, buttons = [] } = options;
    return this.#run(options, false, (question) => {
      let isWorking = false;
      const choose = async (value: T | undefined) => {
        if (isWorking || value === undefined) return;
        isWorking = true;
        this.#list.busy = true;
        const result = await accept(value, question.token);
        isWorking = false;
        this.#list.busy = false;
        if (result !== undefined) question.end({ kind: 'done', value: result });
      };
      return [
        this.#list.onDidAccept(() => choose(question.valueOf(this.#list.selectedItems[0])).catch(question.fail)),
        this.#list.onDidTriggerButton((pressed) => {
          const own = buttons.find((each) => each === pressed);
          if (own !== undefined) choose(own.value).catch(question.fail);
        }),
        this.#mfa?.onDidClose(() => this.#list.show()),
      ];
    });
  }

  /** Asks for some of several, one at least. */
  askMany<T>(options: Question<T>): Promise<Outcome<readonly T[]>> {
    return this.#run<T, readonly T[]>(options, true, (question) => [
      this.#list.onDidAccept(() => {
        const values = this.#list.selectedItems.flatMap((item) => question.valueOf(item) ?? []);
        if (values.length > 0) question.end({ kind: 'done', value: values });
      }),
    ]);
  }

  #run<T, Result>(
    options: Question<T>,
    canSelectMany: boolean,
    listen: (running: Running<T, Result>) => readonly (Disposable | undefined)[],
  ): Promise<Outcome<Result>> {
    const list = this.#list;
    const choices = new Map<QuickPickItem, T>();
    return new Promise((resolve, reject) => {
      const cancellation = new CancellationTokenSource();
      const listeners: Disposable[] = [cancellation];
      const close = () => {
        cancellation.cancel();
        Disposable.from(...listeners.splice(0)).dispose();
        list.busy = true;
      };
      const running: Running<T, Result> = {
        token: cancellation.token,
        valueOf: (item) => (item === undefined ? undefined : choices.get(item)),
        end: (outcome) => {
          close();
          resolve(outcome);
        },
        fail: (error) => {
          close();
          reject(error);
        },
      };
      listeners.push(
        list.onDidHide(() => {
          if (this.#mfa?.isOpen !== true) running.end({ kind: 'cancelled' });
        }),
        list.onDidTriggerButton((pressed) => {
          if (pressed === QuickInputButtons.Back) running.end({ kind: 'back' });
        }),
        ...listen(running).filter((listener) => listener !== undefined),
      );
      this.#show(options, canSelectMany, choices, listeners).catch(running.fail);
    });
  }

  async #show<T>(
    { title, placeholder, items, meanwhile = [], canGoBack, buttons = [], typed, isActive }: Question<T>,
    canSelectMany: boolean,
    choices: Map<QuickPickItem, T>,
    listeners: Disposable[],
  ): Promise<void> {
    const list = this.#list;
    let known = meanwhile;
    const show = () => {
      const own = typed?.(list.value.trim());
      const shown = own === undefined ? known : [{ ...own, alwaysShow: true }, ...known];
      choices.clear();
      for (const item of shown) if (item.value !== undefined) choices.set(item, item.value);
      list.items = shown;
    };
    Object.assign(list, { title, placeholder, canSelectMany, value: '', busy: true });
    list.buttons = [...(canGoBack ? [QuickInputButtons.Back] : []), ...buttons];
    if (typed !== undefined) listeners.push(list.onDidChangeValue(show));
    show();
    list.show();
    const loaded = await items;
    // Another question may be asked by now.
    if (listeners.length === 0) return;
    known = loaded;
    show();
    const active = known.find(({ value }) => value !== undefined && isActive?.(value));
    if (active !== undefined) list.activeItems = [active];
    list.busy = false;
  }
}

/** A question that waits for its answer. */
interface Running<T, Result> {
  /** Cancelled when the question has ended. */
  readonly token: CancellationTokenSource['token'];
  readonly valueOf: (item: QuickPickItem | undefined) => T | undefined;
  readonly end: (outcome: Outcome<Result>) => void;
  readonly fail: (error: unknown) => void;
}
