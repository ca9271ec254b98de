import type { LogOutputChannel } from 'vscode';
import { withoutSecrets } from '../../server/src/protocol/without-secrets.ts';

/** The same output, in which no account ids and no credentials are written, whoever writes and at whatever level. */
export function privateLog(output: LogOutputChannel): LogOutputChannel {
  const safe = (value: unknown): string => withoutSecrets(textOf(value));
  return {
    name: output.name,
    get logLevel() {
      return output.logLevel;
    },
    onDidChangeLogLevel: output.onDidChangeLogLevel,
    trace: (message, ...more) => output.trace(safe(message), ...more.map(safe)),
    debug: (message, ...more) => output.debug(safe(message), ...more.map(safe)),
    info: (message, ...more) => output.info(safe(message), ...more.map(safe)),
    warn: (message, ...more) => output.warn(safe(message), ...more.map(safe)),
    error: (error, ...more) => output.error(safe(error), ...more.map(safe)),
    append: (text) => output.append(safe(text)),
    appendLine: (text) => output.appendLine(safe(text)),
    replace: (text) => output.replace(safe(text)),
    clear: () => output.clear(),
    show: (given?: unknown) => output.show(given === true),
    hide: () => output.hide(),
    dispose: () => output.dispose(),
  };
}

/**
 * The output for traces of messages: their names and times alone, whatever `trace.server` says. What they carry is the text
 * of policies, names of accounts, an MFA code.
 */
export function traceLog(output: LogOutputChannel): LogOutputChannel {
  const trace = (message: string) => {
    const [name = ''] = message.split('\n');
    if (/^(?:Sending|Received) /.test(name)) output.trace(name);
  };
  return Object.create(output, { trace: { value: trace } });
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? value.message;
  return JSON.stringify(value) ?? String(value);
}
