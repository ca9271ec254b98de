/** What an editor asks to have placeholders such as `<your org path>` filled. */
export const placeholderRequests = {
  /** `PlaceholdersParams` -> `PlaceholderItem[]`, in the order in which they are first met. */
  find: 'rolechain/placeholders',
  /** `FillParams` -> `EditAnswer`: one edit over all files. */
  fill: 'rolechain/placeholders/fill',
} as const;

/** What belongs in the place of a placeholder, by what it says and by where it stands. */
export type PlaceholderKind =
  | 'organization-path'
  | 'organization-id'
  | 'account-id'
  | 'region'
  | 'function-name'
  | 'role-name'
  | 'other';

export interface PlaceholdersParams {
  readonly documents: readonly PlaceholderSource[];
}

/** A document that is open in the editor, or the text of a file that is not. */
export interface PlaceholderSource {
  readonly uri: string;
  /** Left out for an open document. */
  readonly text?: string;
}

export interface PlaceholderItem {
  /** As written, with its brackets: `<your org path>`. */
  readonly text: string;
  readonly kind: PlaceholderKind;
  readonly count: number;
  /** The documents that it stands in. */
  readonly uris: readonly string[];
}

export interface FillParams {
  /** Documents that are open in the editor. */
  readonly uris: readonly string[];
  readonly values: readonly FilledPlaceholder[];
}

export interface FilledPlaceholder {
  readonly text: string;
  readonly kind: PlaceholderKind;
  /** Of an organization path with its end: `o-…/r-…/ou-…/*` or `o-…/r-…/ou-…/`. */
  readonly value: string;
}
