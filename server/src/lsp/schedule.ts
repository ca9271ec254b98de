/** The keys of a fast typist come about this far apart: shorter rounds never fall behind. Milliseconds. */
const unnoticed = 60;

/** However slow a document is, the wait for a pause in typing is no longer than this. Milliseconds. */
const longestWait = 500;

interface Round {
  readonly cancel: () => void;
}

/**
 * Starts rounds of work by key. A round starts as soon as the messages that have arrived are all read, so that a burst
 * of changes is one round; a document whose last round was long waits as long for a pause in typing.
 */
export class Schedule {
  readonly #work: (key: string, isCurrent: () => boolean) => Promise<void>;
  readonly #rounds = new Map<string, Round>();
  readonly #waits = new Map<string, number>();

  /** `work` says when it is done; it may look at `isCurrent` to learn that a newer round was requested. */
  constructor(work: (key: string, isCurrent: () => boolean) => Promise<void>) {
    this.#work = work;
  }

  /** Replaces the round that was requested for this key before, whether it has started or not. */
  request(key: string): void {
    this.#rounds.get(key)?.cancel();
    const wait = this.#waits.get(key) ?? 0;
    const round: Round =
      wait > 0 ? after(wait, () => this.#start(key, round)) : afterMessages(() => this.#start(key, round));
    this.#rounds.set(key, round);
  }

  forget(key: string): void {
    this.#rounds.get(key)?.cancel();
    this.#rounds.delete(key);
    this.#waits.delete(key);
  }

  /** Told by the work: how long the document's last round took, in milliseconds. */
  took(key: string, milliseconds: number): void {
    if (this.#rounds.has(key)) this.#waits.set(key, milliseconds > unnoticed ? Math.min(milliseconds, longestWait) : 0);
  }

  #start(key: string, round: Round): void {
    void this.#work(key, () => this.#rounds.get(key) === round);
  }
}

function after(milliseconds: number, start: () => void): Round {
  const timer = setTimeout(start, milliseconds);
  return { cancel: () => clearTimeout(timer) };
}

/** The connection hands out one message in each turn of the event loop: two turns on, those that waited are through. */
function afterMessages(start: () => void): Round {
  const round = { cancelled: false };
  setImmediate(() => {
    setImmediate(() => {
      if (!round.cancelled) start();
    });
  });
  return {
    cancel: () => {
      round.cancelled = true;
    },
  };
}
