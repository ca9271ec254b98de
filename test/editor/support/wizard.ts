import { focusedRow, quickRow } from './quick-input.ts';
import { ui } from './ui.ts';

/** The question that is open, by the end of its title. */
export const titled = (title: string): string =>
  `.quick-input-widget:has(.quick-input-title:text-matches("${title}$"))`;

/** Where its answer is typed. */
export const textBox = (title: string): string => `${titled(title)} input`;

/** Waits until a row is the one that Enter accepts, and accepts it. */
export async function acceptRow(words: string, picture?: string): Promise<void> {
  await ui('waitFor', focusedRow(words));
  if (picture !== undefined) await ui('screenshot', picture);
  await ui('press', 'Enter');
}

/** Goes down the list to a row, and accepts it. */
export async function downTo(words: string, steps: number): Promise<void> {
  await ui('waitFor', quickRow(words));
  for (let step = 0; step < steps; step++) await ui('press', 'ArrowDown');
  await acceptRow(words);
}

/** Waits until a text is asked for, and accepts what is suggested. */
export async function acceptText(title: string, picture?: string): Promise<void> {
  await ui('waitFor', `${textBox(title)}:focus`);
  if (picture !== undefined) await ui('screenshot', picture);
  await ui('press', 'Enter');
}

export async function typeAnswer(title: string, text: string, picture?: string): Promise<void> {
  await ui('waitFor', `${textBox(title)}:focus`);
  if (picture !== undefined) await ui('screenshot', picture);
  await ui('type', text);
  await ui('press', 'Enter');
}
