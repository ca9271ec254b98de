import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver/node';
import { type Disabling, offerDisabling } from '../service/disable.ts';
import { type ConfigurationPlace, createConfigurationEdit, placeConfiguration } from './configuration-edits.ts';
import { createWorkspaceEdit } from './edits.ts';
import type { Asked } from './finding-of-diagnostic.ts';
import type { Analysed, Session } from './session.ts';

/** Ways to accept findings as they stand: the narrow ones of all findings first. */
export function createDisableActions(session: Session, analysed: Analysed, asked: readonly Asked[]): CodeAction[] {
  const place = placeConfiguration(session, analysed.document.uri);
  const offers = asked.map((each) => ({
    each,
    actions: offerDisabling(analysed.analysis, each.finding, place?.path).flatMap((offer) =>
      createAction(session, analysed, each, offer, place),
    ),
  }));
  const byTitle = new Map<string, CodeAction>();
  const depth = Math.max(0, ...offers.map(({ actions }) => actions.length));
  for (let at = 0; at < depth; at++)
    for (const { actions } of offers) {
      const action = actions[at];
      // Two findings of one rule in one line are disabled by one comment.
      if (action !== undefined && !byTitle.has(action.title)) byTitle.set(action.title, action);
    }
  return [...byTitle.values()];
}

function createAction(
  session: Session,
  { document }: Analysed,
  { diagnostic }: Asked,
  offer: Disabling,
  place: ConfigurationPlace | undefined,
): CodeAction[] {
  const edit: WorkspaceEdit | undefined =
    'changes' in offer
      ? createWorkspaceEdit(document, offer.changes, session.client, true)
      : place && createConfigurationEdit(session, place.uri, offer.configuration);
  if (edit === undefined) return [];
  return [
    { title: offer.title, kind: CodeActionKind.QuickFix, ...(diagnostic && { diagnostics: [diagnostic] }), edit },
  ];
}
