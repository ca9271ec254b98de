import { type GraphReport, reportGraph } from '../../../server/src/export/graph-report.ts';
import { readWorkspaceTexts } from '../../support/workspace.ts';

/** What `rolechain graph --format json` prints, as far as the cases look at it. */
export type GraphJson = Pick<GraphReport, 'roles' | 'hops'>;

/** The graph of a workspace, given as texts by path. */
export function graphOf(files: ReadonlyMap<string, string>): GraphJson {
  return reportGraph(readWorkspaceTexts(files).graph(), { ofEntity: () => undefined, ofReason: () => undefined });
}
