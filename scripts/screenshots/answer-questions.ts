import type { Page } from 'playwright-core';

/** An answer to a question of New Role Chain. */
interface Answer {
  /** What is read when the question is open. */
  readonly see: string;
  /** Left out: what is suggested. */
  readonly type?: string;
  /** The row of a list that Enter accepts, by words in it. */
  readonly row?: string;
}

const path = 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload';

const answers: readonly Answer[] = [
  { see: ': Source', row: 'A Lambda function' },
  { see: ': Lambda Function', type: 's3-autoremediation' },
  { see: ': Template or JSON', row: 'CloudFormation template' },
  { see: ': Region', type: 'us-west-2', row: 'us-west-2' },
  { see: ': Account of the Source', type: '111122223333', row: '111122223333' },
  { see: ': Source Role', type: 's3-autoremediation-lambda' },
  { see: ': Target Role', type: '/SecurityOperations/SecurityAutoremediation' },
  { see: 'By a stack set', row: 'All accounts of an organizational unit' },
  { see: 'Type the path of the unit', type: 'Type the path', row: 'Type the path of the unit' },
  { see: 'The ids from the top down', type: path },
  { see: ': Deployment Role' },
  { see: 'Start empty', type: 'PutBucketPublic', row: 's3:PutBucketPublicAccessBlock' },
  { see: 'Go on with 1 action', row: 'Go on with 1 action' },
  { see: ': Lock to the Function', row: 'Yes' },
  { see: ': Folder' },
];

/** Answers what New Role Chain asks, up to the list of what it would write. */
export async function answerQuestions(page: Page): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  for (const { see, type, row } of answers) {
    await widget.filter({ hasText: see }).waitFor();
    if (type !== undefined) await widget.locator('input:focus').fill(type);
    if (row !== undefined) await widget.locator('.monaco-list-row.focused', { hasText: row }).waitFor();
    await page.keyboard.press('Enter');
  }
  await widget.locator('.monaco-list-row.focused', { hasText: 'files into' }).waitFor();
}
