import { whenQuiet } from './quiet.ts';

/** The keys of a fast typist come about this far apart: shorter rounds never fall behind. Milliseconds. */
const unnoticed = 60;

/** However slow a document is, the wait for a pause in typing is no longer than this. Milliseconds. */
const longestWait = 500;

/** What a person waits for comes right behind the key: a list of what can follow it. Milliseconds. */
const afterKey = 1;

interface Round {
  readonly cancel: () => void;
}

/**
 * Starts rounds of work by key. A round starts as soon as the messages that have arrived are all read, so that a burst
 * of changes is one round, and the requests among them are answered; a document whose last round was long waits as long
 * for a pause in typing.
 */
export class Schedule {
  readonly #work: (key: string, isCurrent: () => boolean) => Promise<void>;
  readonly #rounds = new Map<string, Round>();
  readonly #waits = new Map<string, number>();
  readonly #isAnswering: () => boolean;
  /** Rounds that are requested or under way. */
  readonly #open = new Set<Round>();

  /**
   * `work` says when it is done; it may look at `isCurrent` to learn that a newer round was requested. `isAnswering` is
   * true while a request is being answered.
   */
  constructor(work: (key: string, isCurrent: () => boolean) => Promise<void>, isAnswering: () => boolean) {
    this.#work = work;
    this.#isAnswering = isAnswering;
  }

  /** Replaces the round that was requested for this key before, whether it has started or not. */
  request(key: string): void {
    this.#cancel(key);
    const wait = Math.max(this.#waits.get(key) ?? 0, afterKey);
    const round = after(wait, this.#isAnswering, () => this.#start(key, round));
    this.#rounds.set(key, round);
    // One that waits for a pause in typing is not about to start.
    if (wait <= unnoticed) this.#open.add(round);
  }

  /** True while a round is under way, or about to start. */
  isPending(): boolean {
    return this.#open.size > 0;
  }

  forget(key: string): void {
    this.#cancel(key);
    this.#rounds.delete(key);
    this.#waits.delete(key);
  }

  /** Told by the work: how long the document's last round took, in milliseconds. */
  took(key: string, milliseconds: number): void {
    if (this.#rounds.has(key)) this.#waits.set(key, milliseconds > unnoticed ? Math.min(milliseconds, longestWait) : 0);
  }

  #start(key: string, round: Round): void {
    this.#open.add(round);
    void this.#work(key, () => this.#rounds.get(key) === round).finally(() => this.#open.delete(round));
  }

  #cancel(key: string): void {
    const round = this.#rounds.get(key);
    if (round === undefined) return;
    round.cancel();
    this.#open.delete(round);
  }
}

function after(milliseconds: number, isAnswering: () => boolean, start: () => void): Round {
  let stop: (() => void) | undefined;
  const timer = setTimeout(() => {
    stop = whenQuiet(isAnswering, start);
  }, milliseconds);
  return {
    cancel: () => {
      clearTimeout(timer);
      stop?.();
    },
  };
}
