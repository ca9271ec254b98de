import type { GraphParams, GraphPicture, HopParams, PlaceParams } from '../../../server/src/protocol/graph.ts';

/** Kind of the panel, for its serializer and for `when` clauses. */
export const graphViewType = 'rolechain.graph';

/** What the page of the graph says to the extension. */
export type FromPage =
  /** The page is loaded; `params` are those of its last life. */
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly params: GraphParams }
  | { readonly type: 'open'; readonly what: PlaceParams }
  | { readonly type: 'explain'; readonly hop: HopParams }
  | { readonly type: 'export' };

/** What the extension says to the page. */
export type ToPage =
  | { readonly type: 'picture'; readonly params: GraphParams; readonly picture: GraphPicture }
  | { readonly type: 'failed'; readonly message: string };

/** What the page keeps while it is hidden and from one session to the next. */
export interface PageState {
  readonly params: GraphParams;
  readonly view?: View;
  readonly selected?: string;
  /** Keys of tree items. */
  readonly expanded?: readonly string[];
  readonly isTreeHidden?: boolean;
}

/** The part of the picture that is seen: a point of the picture is drawn at `x + scale * point.x`. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}
