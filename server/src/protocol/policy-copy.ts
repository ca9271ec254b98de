/** Editor to server, `CopyPolicyParams` -> `CopyPolicyResult`: a policy of a document, written for another kind of file. */
export const copyPolicyRequest = 'rolechain/copyPolicy';

export interface CopyPolicyParams {
  readonly uri: string;
  /** Of the document; another one is refused. */
  readonly version: number;
  readonly position: { readonly line: number; readonly character: number };
}

export interface CopyPolicyResult {
  /** What to open as a document of its own. */
  readonly copy?: { readonly language: 'json' | 'yaml'; readonly text: string };
  /** Why there is none, in a sentence for the user. */
  readonly failure?: string;
}
