/** Renders images/icon.svg to images/icon.png, the only form that VS Code and its marketplace take. */
import { readFileSync } from 'node:fs';
import { findBrowser } from './editor/browser.ts';
import { openPage } from './editor/page.ts';
import { withCleanup } from './process/cleanup.ts';
import { runMain } from './process/failure.ts';
import { inRoot } from './root.ts';

await runMain(() =>
  withCleanup(async (cleanup) => {
    const page = await openPage(await findBrowser(), cleanup);
    await page.setViewportSize({ width: 256, height: 256 });
    await page.setContent(
      `<style>body{margin:0}svg{display:block}</style>${readFileSync(inRoot('images/icon.svg'), 'utf8')}`,
    );
    await page.screenshot({ path: inRoot('images/icon.png'), omitBackground: true });
  }),
);
