import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** Runs the work of every handler and timer: the only place of the server where an error of ours is caught. */
export interface Guard {
  /** For requests: an error is logged and answered as one; what the editor no longer waits for is answered as cancelled. */
  request<Result>(name: string, token: CancellationToken, work: () => Promise<Result>): Promise<Result>;
  /** For notifications and timers: an error is logged. */
  run(name: string, work: () => void | Promise<void>): Promise<void>;
  /** True while a request is being answered. */
  isAnswering(): boolean;
  /** From `shutdown` on every request is answered as an invalid one, as the protocol wants it. */
  close(): void;
  /** For requests that wait for work of ours: meanwhile they are not being answered. */
  wait<Result>(work: Promise<Result>): Promise<Result>;
}

/** `log` gets a line that names the handler, with the stack. Cancellation and deliberate answers pass unlogged. */
export function createGuard(log: (line: string) => void): Guard {
  let answering = 0;
  let isClosed = false;
  return {
    async request(name, token, work) {
      if (isClosed) throw new ResponseError(ErrorCodes.InvalidRequest, `${name}: the server is shutting down`);
      answering++;
      try {
        const result = await work();
        if (token.isCancellationRequested)
          throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
        return result;
      } catch (error) {
        if (!(error instanceof ResponseError)) log(describe(name, error));
        throw error;
      } finally {
        answering--;
      }
    },
    isAnswering: () => answering > 0,
    close: () => {
      isClosed = true;
    },
    async wait(work) {
      answering--;
      try {
        return await work;
      } finally {
        answering++;
      }
    },
    async run(name, work) {
      try {
        await work();
      } catch (error) {
        log(describe(name, error));
      }
    },
  };
}

function describe(name: string, error: unknown): string {
  return `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
