import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { UiActions } from '../../test/editor/support/ui-protocol.ts';
import { inRoot } from '../root.ts';

/** Less than the patience of a test, so that the test's failure names the selector. */
const timeout = 15_000;

/** For one attempt at a menu, of several within `timeout`. */
const attempt = 3000;

/** A selector that begins so is of the page inside of the webview that is shown. */
const inWebview = 'webview:';

function rootOf(page: Page, selector: string): Locator {
  if (!selector.startsWith(inWebview)) return page.locator(selector);
  const frame = page.locator('iframe.webview.ready').filter({ visible: true }).first().contentFrame();
  return frame.frameLocator('#active-frame').locator(selector.slice(inWebview.length));
}

/** What the tests inside the extension host may do with the page around them. */
export function createUiActions(page: Page): UiActions {
  const find = (selector: string): Locator => rootOf(page, selector).filter({ visible: true }).first();
  const choose = async (open: () => Promise<void>, entry: string): Promise<void> => {
    const deadline = Date.now() + timeout;
    const tryOnce = async (): Promise<void> => {
      await open();
      await find(entry).click({ timeout: attempt });
    };
    while (Date.now() < deadline - attempt) {
      const chosen = await tryOnce().then(
        () => true,
        () => false,
      );
      if (chosen) return;
      await page.keyboard.press('Escape');
    }
    await tryOnce();
  };
  return {
    click: (selector) => find(selector).click({ timeout }),
    hover: (selector) => find(selector).hover({ timeout }),
    press: (keys) => page.keyboard.press(keys),
    pressAndChoose: (keys, entry) => choose(() => page.keyboard.press(keys), entry),
    clickAndChoose: (selector, entry) => choose(() => find(selector).click({ timeout: attempt }), entry),
    type: (text) => page.keyboard.type(text),
    text: (selector) => find(selector).innerText({ timeout }),
    waitFor: (selector) => find(selector).waitFor({ timeout }),
    waitUntilGone: (selector) => find(selector).waitFor({ state: 'detached', timeout }),
    screenshot: async (name) => {
      const file = inRoot('out/screenshots', `${path.basename(name)}.png`);
      await page.screenshot({ path: file });
      return file;
    },
  };
}
