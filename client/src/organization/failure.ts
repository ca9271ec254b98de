import { window } from 'vscode';
import type { AwsFailure } from '../../../server/src/protocol/organization.ts';

/** Shows why AWS did not answer, with a button for the command that helps. Nothing where the person cancelled. */
export function showFailure({ kind, message, command }: AwsFailure): void {
  if (kind === 'cancelled') return;
  const run = command === undefined ? undefined : `Run "${command}"`;
  void window.showErrorMessage(message, ...(run === undefined ? [] : [run])).then((chosen) => {
    if (chosen === undefined || command === undefined) return;
    const terminal = window.createTerminal('AWS');
    terminal.show();
    terminal.sendText(command);
  });
}
