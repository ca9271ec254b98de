import { Disposable, type InputBoxValidationMessage, QuickInputButtons, window } from 'vscode';
import type { Outcome } from './pick.ts';

export interface AskTextOptions {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly canGoBack: boolean;
  /** A text tells what is wrong and is not taken; a message with another severity is shown, and taken all the same. */
  readonly check?: (text: string) => Promise<string | InputBoxValidationMessage | undefined>;
}

/** Asks for a text. */
export function askText({
  title,
  prompt,
  placeholder = '',
  canGoBack,
  check,
}: AskTextOptions): Promise<Outcome<string>> {
  const input = window.createInputBox();
  Object.assign(input, { title, prompt, placeholder, ignoreFocusOut: true });
  input.buttons = canGoBack ? [QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const listeners = [
      input,
      input.onDidTriggerButton(() => end({ kind: 'back' })),
      input.onDidHide(() => end({ kind: 'cancelled' })),
      input.onDidChangeValue(async (text) => {
        const message = text === '' ? undefined : await check?.(text.trim());
        if (text === input.value) input.validationMessage = message;
      }),
      input.onDidAccept(async () => {
        const text = input.value.trim();
        const message = await check?.(text);
        if (typeof message === 'string') input.validationMessage = message;
        else end({ kind: 'done', value: text });
      }),
    ];
    const end = (outcome: Outcome<string>) => {
      resolve(outcome);
      Disposable.from(...listeners).dispose();
    };
    input.show();
  });
}
