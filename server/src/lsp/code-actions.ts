import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver/node';
import { commands } from '../protocol/commands.ts';
import { fixAllKind, refactorKinds } from './capabilities.ts';
import { createCopyActions } from './copy-policy.ts';
import { createDisableActions } from './disable-actions.ts';
import { createWorkspaceEdit } from './edits.ts';
import { type Asked, findAsked } from './finding-of-diagnostic.ts';
import { collectSafeChanges } from './fix-all.ts';
import { canOpenRulePages } from './open-rule-page.ts';
import { createFillActions } from './placeholder-actions.ts';
import { createRefactorActions, resolveRefactorAction } from './refactor-actions.ts';
import { type Analysed, analyseNow, type Session } from './session.ts';

export function registerCodeActions(session: Session): void {
  const { connection, guard } = session;
  connection.onCodeAction((params, token) =>
    guard.request('code actions', token, async () => {
      if (!session.client.codeActionLiterals) return [];
      const analysed = await analyseNow(session, params.textDocument.uri);
      return analysed === undefined ? [] : createActions(session, analysed, params);
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    guard.request('a code action', token, () => resolveRefactorAction(session, action)),
  );
}

function createActions(session: Session, analysed: Analysed, params: CodeActionParams): CodeAction[] {
  const { context, range } = params;
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, context.only)) {
    const asked = findAsked(analysed, context.diagnostics, range);
    actions.push(...asked.flatMap((each) => createQuickFixes(session, analysed, each)));
    actions.push(...createFillActions(session.client, analysed.document.uri, asked));
    if (canOpenRulePages(session.client)) actions.push(...createPageActions(asked));
    actions.push(...createDisableActions(session, analysed, asked));
  }
  // With each move of the cursor the editor asks what it could offer. Nobody means the whole file then, and a light that
  // is on at every line, for there is always another way to write it, shows nothing.
  const isByTheWay = context.only === undefined && context.triggerKind === CodeActionTriggerKind.Automatic;
  const asksRefactorings = refactorKinds.some((kind) => isWanted(kind, context.only));
  if (asksRefactorings && !isByTheWay)
    actions.push(
      ...[
        ...createRefactorActions(session, analysed, params),
        ...createCopyActions(session, analysed, params.range.start),
      ].filter(({ kind }) => isWanted(kind ?? '', context.only)),
    );
  if (isWanted(fixAllKind, context.only) && !isByTheWay) actions.push(...createFixAll(session, analysed));
  return actions;
}

/** `quickfix` asks for `quickfix` and all kinds below it. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
}

function createQuickFixes({ client }: Session, { document }: Analysed, { finding, diagnostic }: Asked): CodeAction[] {
  return finding.fixes.flatMap((fix) => {
    const changes = fix.changes();
    if (changes === undefined || changes.length === 0) return [];
    return {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      ...(diagnostic && { diagnostics: [diagnostic] }),
      ...(fix.preferred && { isPreferred: true }),
      edit: createWorkspaceEdit(document, changes, client, true),
    };
  });
}

/** One for each rule. */
function createPageActions(asked: readonly Asked[]): CodeAction[] {
  const byRule = new Map(asked.map((each) => [each.finding.rule, each]));
  return [...byRule].map(([rule, { diagnostic }]) => {
    const title = `Open the page of ${rule}`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      ...(diagnostic && { diagnostics: [diagnostic] }),
      command: { title, command: commands.openRulePage, arguments: [rule] },
    };
  });
}

function createFixAll({ client }: Session, { document, analysis }: Analysed): CodeAction[] {
  const changes = collectSafeChanges(analysis.findings);
  if (changes.length === 0) return [];
  const edit = createWorkspaceEdit(document, changes, client, false);
  return [{ title: 'Apply all safe fixes of Role Chain', kind: fixAllKind, edit }];
}
