/** What an editor asks about who may assume whom. */
export const graphRequests = {
  /** `GraphParams` -> `GraphPicture`. */
  graph: 'rolechain/graph',
  /** `GraphExportParams` -> `TextAnswer`. */
  export: 'rolechain/graph/export',
  /** `PlaceParams` -> `Place | null`: where something of a picture stands in the texts as they are now. */
  place: 'rolechain/graph/place',
  /** `HopEndsParams` -> `HopEnds`: those that a hop can be between, and those that a cursor means. */
  ends: 'rolechain/graph/ends',
  /** `HopParams` -> `TextAnswer`: all that is known of a hop, as Markdown. */
  explain: 'rolechain/graph/explain',
} as const;

/** Server to editor, without content, where `InitializationOptions.graph` is set: the graph may be another now. */
export const graphChangedNotification = 'rolechain/graphChanged';

/** `locked`: both sides open the hop for the other alone. `open`: a side opens it for more. */
export type HopState = 'locked' | 'open' | 'blocked';

export const hopStates: readonly HopState[] = ['locked', 'open', 'blocked'];

export interface GraphParams {
  /** Left out: the whole workspace. */
  readonly focus?: GraphFocus;
  readonly filter?: GraphFilter;
}

/**
 * Roles by their ids, or what stands at a position: the role, else the roles of the file. With `uri` alone the roles of
 * the file.
 */
export type GraphFocus =
  | { readonly roles: readonly string[] }
  | { readonly uri: string; readonly position?: { readonly line: number; readonly character: number } };

export interface GraphFilter {
  /** Only hops in these states; left out: all. */
  readonly states?: readonly HopState[];
  /** Only chains through roles whose name, path, id or account holds this text. */
  readonly name?: string;
}

/** A graph laid out, as plain data. Lengths are pixels at normal size, from the top left corner. */
export interface GraphPicture {
  /** Whose chains these are, for a title. */
  readonly title: string;
  /** What the chains go through, by ids where the question named a position; null: the whole workspace. */
  readonly focus: GraphFocus | null;
  /** Why nothing is drawn. */
  readonly problem?: PictureProblem;
  /** Files of the workspace are still being read. */
  readonly isReading: boolean;
  /** Where the workspace has more files than are read: a sentence that says so. */
  readonly cut?: string;
  /** What every verdict takes for granted. */
  readonly closedWorld: string;
  readonly width: number;
  readonly height: number;
  readonly groups: readonly (Box & { readonly title: string })[];
  readonly roles: readonly PictureRole[];
  readonly hops: readonly PictureHop[];
}

/** `empty`: there is no role. `filtered`: the filter leaves none. `gone`: what it was focused on is no more. */
export type PictureProblem =
  | { readonly type: 'empty' | 'filtered' | 'gone' }
  | { readonly type: 'too-large'; readonly roles: number; readonly hops: number };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PictureRole extends Box {
  readonly id: string;
  /** Path and name. */
  readonly label: string;
  /** What it is, in words: "role", "role, not in the workspace". */
  readonly kind: string;
  /** Its account or units, where they are known. */
  readonly group: string | null;
  /** One of those that the question named. */
  readonly isFocus: boolean;
  /** Null: it is not written in the workspace. */
  readonly place: Place | null;
}

export interface PictureHop {
  /** Ids of `roles`. */
  readonly source: string;
  readonly target: string;
  readonly state: HopState;
  /** `locked`, `open`, `blocked`, followed by `, if` where it rests on assumptions. */
  readonly word: string;
  readonly assumptions: readonly string[];
  /** Null: there is no such side, or it is not in sight. */
  readonly locked: { readonly source: boolean | null; readonly target: boolean | null };
  readonly reasons: readonly PictureReason[];
  /** The statement that decides. */
  readonly place: Place | null;
  /** The `d` of an SVG path. */
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number };
}

export interface PictureReason {
  readonly side: string;
  readonly effect: 'allow' | 'deny' | 'none';
  readonly message: string;
  readonly place: Place | null;
}

export interface Place {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** A role, the statement that decides a hop, or one of its reasons. */
export type PlaceParams = { readonly role: string } | (HopParams & { readonly reason?: number });

export interface HopParams {
  readonly source: string;
  readonly target: string;
}

export type GraphFormat = 'svg' | 'mermaid' | 'dot' | 'json';

export interface GraphExportParams extends GraphParams {
  readonly format: GraphFormat;
}

/** A text, or why there is none, in a sentence for the user; `cut` as a picture has it. */
export type TextAnswer =
  | { readonly text: string; readonly problem?: undefined; readonly cut?: string }
  | { readonly problem: string; readonly text?: undefined };

export interface HopEndsParams {
  /** Where the cursor stands. */
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** A source that was chosen: its hops come first among the targets, with their words. */
  readonly source?: string;
}

export interface HopEnds {
  /** As a picture has it. */
  readonly cut?: string;
  readonly sources: readonly HopEnd[];
  readonly targets: readonly HopEnd[];
  /** What the cursor means: ids. */
  readonly source?: string;
  readonly target?: string;
}

export interface HopEnd {
  readonly id: string;
  readonly label: string;
  /** What it is and where it lives. */
  readonly detail: string;
  /** Of the hop from the chosen source: `locked`, `blocked`. */
  readonly word?: string;
}
