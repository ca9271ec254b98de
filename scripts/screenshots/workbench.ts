import path from 'node:path';
import type { FrameLocator, Locator, Page, PageScreenshotOptions } from 'playwright-core';
import { Failure } from '../process/failure.ts';
import { inRoot } from '../root.ts';

type Clip = NonNullable<PageScreenshotOptions['clip']>;

/** What a scene needs of a workbench that shows samples/: a hand for the keyboard and an eye. */
export interface Workbench {
  readonly page: Page;
  /** The page inside of the webview that is shown. */
  readonly webview: FrameLocator;
  /** Opens a file of samples/ by its path there, such as `before/source-role.trust.json`. */
  readonly openFile: (name: string) => Promise<void>;
  /** Runs a command by its title, such as `Role Chain: Show Graph`. */
  readonly showCommand: (title: string) => Promise<void>;
  /** Waits until findings are underlined. */
  readonly waitForSquiggles: () => Promise<void>;
  /** Opens the panel that lists the findings in words. */
  readonly showProblems: () => Promise<void>;
  /** Unfolds the next finding of the open file below its line, with its whole message. */
  readonly showNextFinding: () => Promise<void>;
  /** Moves the pointer over the first underlined place and waits for the hover. */
  readonly hoverFinding: () => Promise<void>;
  /** Puts the cursor into the first shown occurrence of a text in the editor, by a click on it. */
  readonly clickText: (text: string) => Promise<void>;
  /** Moves the pointer over the first shown occurrence of a text in the editor and waits for the hover. */
  readonly hoverText: (text: string) => Promise<void>;
  /** Opens the menu of the quick fixes where the cursor stands. */
  readonly openQuickFixes: () => Promise<void>;
  /** Chooses the entry of that menu whose title holds these words, and waits until its finding is gone. */
  readonly chooseQuickFix: (title: string) => Promise<void>;
  /** Takes the cursor to the first line, and with it the light bulb away. */
  readonly leaveLine: () => Promise<void>;
  /** Closes all editors and whatever else a scene opened. */
  readonly reset: () => Promise<void>;
  /** Writes docs/images/<name>.png: the window, one element of it, or of the editor the tab and this many lines. */
  readonly screenshot: (
    name: string,
    options?: { readonly lines?: number; readonly element?: string },
  ) => Promise<void>;
}

const squiggles = '.squiggly-error, .squiggly-warning, .squiggly-info';

const lightBulb = '.lightBulbWidget, .codicon-gutter-lightbulb, .codicon-gutter-lightbulb-auto-fix';

const fixes = '.action-widget .monaco-list-row.action';

export function driveWorkbench(page: Page): Workbench {
  const quickInput = page.locator('.quick-input-widget');
  const pick = async (keys: string, text: string, row: Locator) => {
    await pressUntil(page, keys, quickInput.locator('input:focus'));
    await quickInput.locator('input').fill(text);
    await row.first().click();
    await quickInput.waitFor({ state: 'hidden' });
  };
  const shownHover = page.locator('.monaco-hover .hover-contents').filter({ visible: true }).first();
  const hover = async (target: Locator) => {
    await target.hover();
    await shownHover.waitFor();
  };
  const showCommand = (title: string) =>
    pick('F1', `>${title}`, quickInput.locator('.monaco-list-row', { hasText: title }));
  return {
    page,
    webview: page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
    showCommand,
    openFile: async (name) => {
      const base = path.posix.basename(name);
      await pick('Control+p', name, quickInput.locator('.monaco-list-row', { hasText: base }));
      await page.locator('.tab.active', { hasText: base }).waitFor();
      await page.locator('.editor-instance .view-line').first().waitFor();
    },
    waitForSquiggles: () => page.locator(squiggles).first().waitFor(),
    clickText: (text) => findText(page, text).click(),
    hoverText: (text) => hover(findText(page, text)),
    hoverFinding: async () => {
      const box = await page.locator(squiggles).first().boundingBox();
      if (box === null) throw new Failure('No finding is underlined.');
      // The underline lies behind the text, so it cannot be pointed at as an element.
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await shownHover.waitFor();
    },
    showNextFinding: async () => {
      await showCommand('Go to Next Problem (Error, Warning, Info)');
      await page.locator('.marker-widget').waitFor();
    },
    showProblems: async () => {
      await showCommand('View: Focus Problems');
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    },
    openQuickFixes: async () => {
      await page.locator(lightBulb).filter({ visible: true }).first().waitFor();
      await pressUntil(page, 'Control+.', page.locator(fixes).first());
    },
    chooseQuickFix: async (title) => {
      const last = page.locator(squiggles).nth((await page.locator(squiggles).count()) - 1);
      await page.locator(fixes, { hasText: title }).first().click();
      await last.waitFor({ state: 'detached' });
    },
    leaveLine: async () => {
      await page.keyboard.press('Control+Home');
      await page.locator(lightBulb).filter({ visible: true }).waitFor({ state: 'detached' });
    },
    reset: async () => {
      await page.keyboard.press('Escape');
      await showCommand('View: Revert and Close Editor');
      if (await page.locator('.part.panel').isVisible()) await showCommand('View: Hide Panel');
      await page.mouse.move(0, 0);
    },
    screenshot: async (name, options = {}) => {
      const target = { path: inRoot('docs/images', `${name}.png`), animations: 'disabled', caret: 'hide' } as const;
      // The window is wide enough to be read as it is, and the package has to stay small.
      if (options.element !== undefined)
        // Around its round corners nothing is seen.
        await page
          .locator(options.element)
          .screenshot({ ...target, scale: 'css', style: '.monaco-workbench .part { visibility: hidden; }' });
      else if (options.lines === undefined) await page.screenshot({ ...target, scale: 'css' });
      else await page.screenshot({ ...target, clip: await clipEditor(page, options.lines) });
    },
  };
}

/** The editor from its tab to below that many lines, and to the edge of the window, which menus may touch. */
async function clipEditor(page: Page, lines: number): Promise<Clip> {
  const group = await page.locator('.editor-group-container').first().boundingBox();
  const text = await page.locator('.editor-instance .lines-content').first().boundingBox();
  const line = await page.locator('.editor-instance .view-line').first().boundingBox();
  if (group === null || text === null || line === null) throw new Failure('No editor is shown.');
  const width = (page.viewportSize()?.width ?? group.x + group.width) - group.x;
  return { x: group.x, y: group.y, width, height: text.y + lines * line.height - group.y };
}

/** What the workbench still does, such as closing an editor or learning of a finding, may close again what keys open. */
async function pressUntil(page: Page, keys: string, wanted: Locator, attempts = 5): Promise<void> {
  await page.keyboard.press(keys);
  const opened = await wanted.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false,
  );
  if (opened) return;
  if (attempts === 1) throw new Failure(`${keys} does not open ${wanted}.`);
  await pressUntil(page, keys, wanted, attempts - 1);
}

/** The innermost piece of a shown line that holds the text; a piece is what the editor colours as one. */
const findText = (page: Page, text: string): Locator =>
  page.locator('.view-line span > span', { hasText: text }).first();
