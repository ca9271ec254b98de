/** So many are named at once. */
const fewNames = 5;

/** Of more links than this nothing is said or kept. */
const mostLinks = 20_000;

/** Says once of each symbolic link that leads out of the workspace that it is not followed, many of them in one line. */
export class OutsideLinks {
  readonly #log: (line: string) => void;
  readonly #later: (tell: () => void) => void;
  readonly #known = new Set<string>();
  #untold: string[] = [];

  /** `later` calls back when more may have come together. */
  constructor(log: (line: string) => void, later: (tell: () => void) => void) {
    this.#log = log;
    this.#later = later;
  }

  add(link: string): void {
    if (this.#known.has(link) || this.#known.size >= mostLinks) return;
    this.#known.add(link);
    this.#untold.push(link);
    if (this.#untold.length === 1) this.#later(() => this.#tell());
  }

  #tell(): void {
    const links = this.#untold.sort();
    this.#untold = [];
    const more = links.length > fewNames ? ` and ${links.length - fewNames} more` : '';
    this.#log(
      `Symbolic links that lead out of the workspace are not followed: ${links.slice(0, fewNames).join(', ')}${more}. ` +
        'To have what they lead to read, open its folder too.',
    );
  }
}
