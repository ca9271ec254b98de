import {
  type CancellationToken,
  CancellationTokenSource,
  Disposable,
  type InputBoxValidationMessage,
  QuickInputButtons,
  window,
} from 'vscode';
import { afterPause } from './after-pause.ts';
import type { Outcome } from './pick.ts';

export interface AskTextOptions {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  /** What stands in the box at the start. */
  readonly value?: string;
  /** Which part of it is selected, from and to; left out: all. */
  readonly selection?: readonly [number, number];
  readonly canGoBack: boolean;
  /**
   * A text tells what is wrong and is not taken; a message with another severity is shown, and taken all the same. The
   * token is cancelled when something else is typed meanwhile; it may reject then.
   */
  readonly check?: (text: string, token: CancellationToken) => Promise<string | InputBoxValidationMessage | undefined>;
}

/** Asks for a text. Rejects where the text that is to be taken cannot be checked. */
export function askText(options: AskTextOptions): Promise<Outcome<string>> {
  const { title, prompt, placeholder = '', value = '', selection, canGoBack, check } = options;
  const input = window.createInputBox();
  Object.assign(input, { title, prompt, placeholder, value, ignoreFocusOut: true });
  if (selection !== undefined) input.valueSelection = selection;
  input.buttons = canGoBack ? [QuickInputButtons.Back] : [];
  return new Promise((resolve, reject) => {
    const accepting = new CancellationTokenSource();
    const typing: { check?: Disposable } = {};
    const listeners = [
      input,
      accepting,
      new Disposable(() => typing.check?.dispose()),
      input.onDidTriggerButton(() => end({ kind: 'back' })),
      input.onDidHide(() => end({ kind: 'cancelled' })),
      input.onDidChangeValue((text) => {
        typing.check?.dispose();
        if (text === '') input.validationMessage = undefined;
        else
          typing.check = afterPause(async (token) => {
            const message = await check?.(text.trim(), token);
            if (!token.isCancellationRequested) input.validationMessage = message;
          });
      }),
      input.onDidAccept(() => accept().catch(fail)),
    ];
    const accept = async () => {
      typing.check?.dispose();
      const text = input.value.trim();
      const message = await check?.(text, accepting.token);
      if (typeof message === 'string') input.validationMessage = message;
      else end({ kind: 'done', value: text });
    };
    const close = () => Disposable.from(...listeners).dispose();
    const fail = (error: unknown) => {
      reject(error);
      close();
    };
    const end = (outcome: Outcome<string>) => {
      resolve(outcome);
      close();
    };
    input.show();
  });
}
