/** What `rolechain graph --format json` prints, as far as the cases look at it. */
export interface GraphJson {
  readonly roles: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly kind: string;
    readonly file: string | null;
  }[];
  readonly hops: readonly {
    readonly source: string;
    readonly target: string;
    readonly verdict: 'allowed' | 'blocked';
    readonly assumptions: readonly string[];
    readonly locked: { readonly source: boolean | null; readonly target: boolean | null };
  }[];
}

/** The graph of a workspace, given as texts by path. */
export function graphOf(_files: ReadonlyMap<string, string>): GraphJson {
  throw new Error('not wired');
}
