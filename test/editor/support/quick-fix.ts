import type * as vscode from 'vscode';
import { moveTo } from './documents.ts';
import { ui } from './ui.ts';

const squiggle = '.squiggly-error, .squiggly-warning, .squiggly-info';

const lightBulb = '.lightBulbWidget, .codicon-gutter-lightbulb, .codicon-gutter-lightbulb-auto-fix';

const row = (title: string): string => `.action-widget .monaco-list-row.action:has-text("${title}")`;

/** Chooses the entry whose title holds these words from the quick fixes at a text of the document. */
export async function chooseQuickFix(editor: vscode.TextEditor, at: string, title: string): Promise<void> {
  await goTo(editor, at);
  await ui('pressAndChoose', 'Control+.', row(title));
}

/** The same with the pointer alone: by the light bulb beside the line. */
export async function chooseFromLightBulb(editor: vscode.TextEditor, at: string, title: string): Promise<void> {
  await goTo(editor, at);
  await ui('clickAndChoose', lightBulb, row(title));
}

/** The page learns of a finding later than the test. Only what the user does with the cursor surely brings the bulb. */
async function goTo(editor: vscode.TextEditor, text: string): Promise<void> {
  await ui('waitFor', squiggle);
  await moveTo(editor, text);
  await ui('press', 'ArrowRight');
}
