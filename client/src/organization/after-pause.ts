import { type CancellationToken, CancellationTokenSource, Disposable } from 'vscode';

/** Of a person who types, in milliseconds. */
const pause = 100;

/**
 * Begins work once a person pauses. Disposing gives it up: before it has begun, or by its token. What fails is for a
 * later try to tell.
 */
export function afterPause(work: (token: CancellationToken) => Promise<void>): Disposable {
  const source = new CancellationTokenSource();
  const timer = setTimeout(() => work(source.token).catch(() => undefined), pause);
  return new Disposable(() => {
    clearTimeout(timer);
    source.cancel();
    source.dispose();
  });
}
