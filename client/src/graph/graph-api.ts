import type {
  GraphExportParams,
  GraphParams,
  GraphPicture,
  HopEnds,
  HopEndsParams,
  HopParams,
  Place,
  PlaceParams,
  TextAnswer,
} from '../../../server/src/protocol/graph.ts';
import { graphRequests } from '../../../server/src/protocol/graph.ts';
import type { ServerHost } from '../server-host.ts';

/** What the language server answers about the graph. */
export type GraphApi = ReturnType<typeof createGraphApi>;

/** Asks the language server, and starts it before if need be. */
export function createGraphApi(host: ServerHost) {
  const ask =
    <Params, Result>(name: string) =>
    (params: Params): Promise<Result> =>
      host.request<Result>(name, params);
  return {
    draw: ask<GraphParams, GraphPicture>(graphRequests.graph),
    write: ask<GraphExportParams, TextAnswer>(graphRequests.export),
    findPlace: ask<PlaceParams, Place | null>(graphRequests.place),
    listEnds: ask<HopEndsParams, HopEnds>(graphRequests.ends),
    explain: ask<HopParams, TextAnswer>(graphRequests.explain),
  };
}
