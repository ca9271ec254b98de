import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient/node';

/** A server that ends by itself is started again this often ... */
const mostRestarts = 4;

/** ... within this time. Milliseconds. */
const period = 10 * 60_000;

/** A connection may stumble this often in a row. */
const mostErrors = 3;

/**
 * Starts a crashed server again a few times and then leaves it, without a pop-up: the status item tells. It is of one client,
 * so that what was before a restart that the user asked for does not count.
 */
export class CrashHandler implements ErrorHandler {
  #restarts: number[] = [];

  error(_error: Error, _message: unknown, count: number | undefined): { action: ErrorAction; handled: true } {
    const isPassing = count !== undefined && count <= mostErrors;
    return { action: isPassing ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#restarts = this.#restarts.filter((time) => now - time < period);
    if (this.#restarts.length >= mostRestarts) {
      const message = `The language server ended ${mostRestarts + 1} times within ten minutes and stays stopped. The command "Role Chain: Restart Server" starts it again.`;
      return { action: CloseAction.DoNotRestart, handled: true, message };
    }
    this.#restarts.push(now);
    return { action: CloseAction.Restart, handled: true, message: 'The language server ended and is started again.' };
  }
}
