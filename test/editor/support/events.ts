import * as vscode from 'vscode';

/** How long an event may take to come, on two slow cores. */
export const patience = 15_000;

/**
 * Waits until `read` has an answer: asks at once and after each of these events, never after a mere while.
 * `describe` is called on failure, to say what was there instead.
 */
export function waitUntil<T>(
  what: string,
  events: readonly vscode.Event<unknown>[],
  read: () => T | undefined,
  describe: () => string = () => 'nothing',
): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscriptions: vscode.Disposable[] = [];
    const end = () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Waited ${patience / 1000} s for ${what}; there is: ${describe()}`));
    }, patience);
    const look = () => {
      const found = read();
      if (found === undefined) return;
      end();
      resolve(found);
    };
    for (const event of events) subscriptions.push(event(look));
    look();
  });
}

/** Waits until the diagnostics of a document, of whatever source, satisfy the predicate; answers them. */
export function waitForDiagnostics(
  uri: vscode.Uri,
  predicate: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const read = () => vscode.languages.getDiagnostics(uri);
  return waitUntil(
    `diagnostics of ${uri.toString()}`,
    [vscode.languages.onDidChangeDiagnostics],
    () => (predicate(read()) ? read() : undefined),
    () => read().map(describeDiagnostic).join('; ') || 'no diagnostic',
  );
}

/** Waits for our finding of this rule in a document. */
export async function waitForFinding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const found = await waitForDiagnostics(uri, (all) => all.some((one) => isFinding(one, rule)));
  const finding = found.find((one) => isFinding(one, rule));
  if (finding === undefined) throw new Error(`The finding ${rule} went away.`);
  return finding;
}

/** Waits until our finding of this rule is no longer in a document. */
export async function waitForNoFinding(uri: vscode.Uri, rule: string): Promise<void> {
  await waitForDiagnostics(uri, (all) => !all.some((one) => isFinding(one, rule)));
}

/** A diagnostic's code, which is an object where it also links to a page. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

const isFinding = (diagnostic: vscode.Diagnostic, rule: string): boolean =>
  diagnostic.source === 'rolechain' && codeOf(diagnostic) === rule;

const describeDiagnostic = (diagnostic: vscode.Diagnostic): string =>
  `${diagnostic.source} ${codeOf(diagnostic)} "${diagnostic.message}"`;
