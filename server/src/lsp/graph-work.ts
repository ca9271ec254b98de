import type { Steps } from '../base/steps.ts';
import type { Graph } from '../chain/graph.ts';
import type { Chains } from './chains.ts';
import { type Worked, workInSlices } from './slices.ts';

type Source = Pick<Chains, 'graphIfCurrent' | 'graphInSteps' | 'refreshInSteps' | 'revision'>;

/**
 * Builds the graph of the workspace in slices, so that nothing that is asked meanwhile waits for it. All who ask for it
 * wait for one and the same round.
 */
export class GraphWork {
  readonly #chains: Source;
  readonly #before: (() => boolean)[];
  #round: Promise<unknown> | undefined;
  /** Milliseconds of work of all rounds that came to their end. */
  #worked = 0;

  /** `isAnswering` is true while something is under way that goes before this work. */
  constructor(chains: Source, isAnswering: () => boolean) {
    this.#chains = chains;
    this.#before = [isAnswering];
  }

  /** From now on also while this is true other work goes before it. */
  giveWayTo(isPending: () => boolean): void {
    this.#before.push(isPending);
  }

  /** The graph of the workspace as it is when it is there; undefined where `isWanted` turned false before that. */
  async graph(isWanted: () => boolean): Promise<Graph | undefined> {
    for (;;) {
      if (!isWanted()) return undefined;
      const graph = this.#chains.graphIfCurrent();
      if (graph !== undefined) return graph;
      this.#round ??= this.#build().finally(() => {
        this.#round = undefined;
      });
      await this.#round;
    }
  }

  /** Takes what the workspace says now, as `Chains.refreshInSteps` does. Undefined where `isWanted` turned false. */
  async refresh(isWanted: () => boolean): Promise<Worked<readonly string[]> | undefined> {
    const started = this.#worked;
    for (;;) {
      if ((await this.graph(isWanted)) === undefined) return undefined;
      const refreshed = await this.#work(this.#chains.refreshInSteps(), isWanted);
      if (refreshed === undefined) return undefined;
      const { result } = refreshed;
      if (result !== undefined) return { result, took: this.#worked - started };
    }
  }
  #build(): Promise<unknown> {
    const { revision } = this.#chains;
    return this.#work(this.#chains.graphInSteps(), () => this.#chains.revision === revision);
  }

  async #work<Result>(steps: Steps<Result>, isCurrent: () => boolean): Promise<Worked<Result> | undefined> {
    const isAnswering = () => this.#before.some((each) => each());
    const worked = await workInSlices(steps, { isCurrent, isAnswering });
    this.#worked += worked?.took ?? 0;
    return worked;
  }
}
