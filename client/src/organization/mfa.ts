import { window } from 'vscode';
import type { MfaCodeAnswer, MfaCodeParams } from '../../../server/src/protocol/organization.ts';

/** Asks for the code that a device shows. It is handed on and kept nowhere. */
export async function askMfaCode({ device }: MfaCodeParams): Promise<MfaCodeAnswer> {
  const code = await window.showInputBox({
    title: 'MFA Code',
    prompt: `The code of ${device}`,
    placeHolder: '123456',
    ignoreFocusOut: true,
    validateInput: (text) => (/^\d{6}$/.test(text.trim()) ? undefined : 'The code has six digits.'),
  });
  return code === undefined ? {} : { code: code.trim() };
}
