import { Disposable, EventEmitter, window } from 'vscode';
import type { MfaCodeAnswer, MfaCodeParams } from '../../../server/src/protocol/organization.ts';

/** Asks for the code that an MFA device shows. It is handed on and kept nowhere. */
export class MfaPrompt extends Disposable {
  readonly #closings = new EventEmitter<void>();
  readonly onDidClose = this.#closings.event;
  #isOpen = false;

  constructor() {
    super(() => this.#closings.dispose());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  async ask({ device }: MfaCodeParams): Promise<MfaCodeAnswer> {
    this.#isOpen = true;
    const code = await window.showInputBox({
      title: 'MFA Code',
      prompt: `The code of ${device}`,
      placeHolder: '123456',
      ignoreFocusOut: true,
      validateInput: (text) => (/^\d{6}$/.test(text.trim()) ? undefined : 'The code has six digits.'),
    });
    this.#isOpen = false;
    this.#closings.fire();
    return code === undefined ? {} : { code: code.trim() };
  }
}
