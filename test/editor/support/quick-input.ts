import { ui } from './ui.ts';

/** A row of the list that is open, by words in it. */
export const quickRow = (words: string): string => `.quick-input-list .monaco-list-row:has-text("${words}")`;

/** The same where it is the one that Enter accepts. */
export const focusedRow = (words: string): string => `.quick-input-list .monaco-list-row.focused:has-text("${words}")`;

/**
 * Runs a command of the palette by its title, with the keyboard alone. While the list is still filtered by the first
 * letters, the command may be in it below one that was used lately: Enter has to wait until it is the one accepted.
 */
export async function runFromPalette(title: string): Promise<void> {
  await ui('press', 'F1');
  await ui('type', title);
  await ui('waitFor', focusedRow(title));
  await ui('press', 'Enter');
}

/**
 * Waits until a row is there, filters the list down to it and accepts it, with the keyboard alone. A list is shown before
 * it has the focus: what is typed until then goes into the file behind it.
 */
export async function chooseRow(words: string, filter: string = words): Promise<void> {
  await ui('waitFor', quickRow(words));
  await ui('waitFor', '.quick-input-widget :focus');
  await ui('type', filter);
  await ui('waitFor', focusedRow(words));
  await ui('press', 'Enter');
}
