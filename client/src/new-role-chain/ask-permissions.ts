import { Disposable, QuickInputButtons, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { FoundActions } from '../../../server/src/protocol/actions.ts';
import { afterPause } from '../organization/after-pause.ts';
import type { Outcome } from '../organization/pick.ts';
import { answersOf } from './answers.ts';
import { type ActionRow, isAmong, listRows, looksLikeAction, toggleAction } from './chosen-actions.ts';
import { type Answered, answerWith, type Turn, type Wizard } from './wizard.ts';

export function askPermissions(wizard: Wizard, turn: Turn): Answered {
  return answerWith(turn, askActions(wizard, turn), (permissions) => ({ permissions }));
}

interface Item extends QuickPickItem {
  readonly row: ActionRow;
}

/** Asks for actions, one after the other: each that is accepted is put in, or taken out again, and the list stays. */
function askActions(wizard: Wizard, { title, canGoBack, draft }: Turn): Promise<Outcome<readonly string[]>> {
  const list = window.createQuickPick<Item>();
  list.title = title;
  list.placeholder = 'What may the target role do?';
  list.ignoreFocusOut = true;
  list.buttons = canGoBack ? [QuickInputButtons.Back] : [];
  return new Promise((resolve, reject) => {
    const state: { chosen: readonly string[]; search?: Disposable } = { chosen: draft.permissions ?? [] };
    const search = () => {
      state.search?.dispose();
      list.busy = true;
      const typed = list.value.trim();
      state.search = afterPause(async (token) => {
        const found = await wizard.api.findActions({ text: typed }, token);
        if (token.isCancellationRequested) return;
        show(typed, found);
        list.busy = false;
      });
    };
    const show = (typed: string, found: FoundActions) => {
      list.items = listRows({ typed, chosen: state.chosen, ...found }).map((row) => toItem(row, typed));
    };
    const start = (text: string) => {
      list.value = text;
      search();
    };
    const accept = async () => {
      const row = list.activeItems[0]?.row;
      const typed = list.value.trim();
      if (row === undefined && looksLikeAction(typed)) await toggle(typed);
      else if (row?.kind === 'done') end({ kind: 'done', value: state.chosen });
      else if (row?.kind === 'service') start(row.text);
      else if (row?.kind === 'action' || row?.kind === 'chosen') await toggle(row.text);
    };
    const toggle = async (text: string) => {
      const isNew = !isAmong(state.chosen, text);
      const answers = answersOf({ ...draft, permissions: state.chosen });
      const { problem, note } = isNew ? await wizard.api.check({ answer: 'permissions', value: text, answers }) : {};
      if (problem !== undefined) return void window.showWarningMessage(problem);
      if (note !== undefined) void window.showInformationMessage(note);
      state.chosen = toggleAction(state.chosen, text);
      start('');
      show('', { items: [], more: false });
    };
    const end = (outcome: Outcome<readonly string[]>) => {
      resolve(outcome);
      close();
    };
    const fail = (error: unknown) => {
      reject(error);
      close();
    };
    const listeners = [
      list,
      new Disposable(() => state.search?.dispose()),
      list.onDidTriggerButton(() => end({ kind: 'back' })),
      list.onDidHide(() => end({ kind: 'cancelled' })),
      list.onDidChangeValue(search),
      list.onDidAccept(() => accept().catch(fail)),
    ];
    const close = () => Disposable.from(...listeners).dispose();
    // The way on is there whatever becomes of the search.
    show('', { items: [], more: false });
    search();
    list.show();
  });
}

function toItem(row: ActionRow, typed: string): Item {
  switch (row.kind) {
    case 'separator':
      return { row, label: row.label, kind: QuickPickItemKind.Separator };
    case 'done':
      return { row, label: row.label, detail: row.detail };
    default: {
      const { label, description, detail } = row;
      const icon = icons[row.kind];
      // The list's own filter knows no wildcards.
      const alwaysShow = /[*?]/.test(typed) && row.kind === 'action';
      return { row, label: `$(${icon}) ${label}`, description, ...(detail && { detail }), alwaysShow };
    }
  }
}

const icons = { chosen: 'check', action: 'symbol-event', service: 'symbol-namespace' } as const;
