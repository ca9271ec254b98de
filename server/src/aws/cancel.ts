/** The reason why something ended before its time. */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled.');
    this.name = 'AbortError';
  }
}

/** What the work answers; rejects with `Cancelled` at once when the signal is aborted, whatever the work does then. */
export async function untilAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw new Cancelled();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Cancelled());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A signal that is aborted as soon as one of these is. */
export function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
