/** Nothing is shown of what takes less (milliseconds). */
const quietTime = 1000;

/** Milliseconds between two showings. */
const interval = 100;

export interface ProgressOptions {
  /** How many files there are. */
  readonly total: number;
  /** Puts a line in the place of the one before; an empty one ends it. */
  readonly showStatus: (line: string) => void;
  /** Milliseconds from any origin, never backwards. */
  readonly now: () => number;
}

export interface Progress {
  /** So many files are done. True when the line has changed. */
  report(done: number): boolean;
  end(): void;
}

/** Counts files on a line of the terminal once the work takes long enough for somebody to wait. */
export function startProgress({ total, showStatus, now }: ProgressOptions): Progress {
  const format = new Intl.NumberFormat('en');
  let next = now() + quietTime;
  return {
    report(done) {
      const time = now();
      if (time < next) return false;
      next = time + interval;
      showStatus(`checked ${format.format(done)} of ${format.format(total)} files`);
      return true;
    },
    end: () => showStatus(''),
  };
}
