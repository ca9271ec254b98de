/** `node scripts/screenshots.ts [scene …]`: the pictures of the README, taken from the packaged extension at work. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { findBrowser } from './editor/browser.ts';
import { ensureEditor } from './editor/install.ts';
import { openPage } from './editor/page.ts';
import { startServer } from './editor/server.ts';
import { pictureSettings } from './editor/settings.ts';
import { packageExtension } from './package/vsix.ts';
import { type Cleanup, withCleanup } from './process/cleanup.ts';
import { runMain } from './process/failure.ts';
import { say, step } from './process/progress.ts';
import { inRoot } from './root.ts';
import { isPlayable, type Scene, scenes } from './screenshots/scenes.ts';
import { driveWorkbench } from './screenshots/workbench.ts';

const wanted = process.argv.slice(2);

await runMain(() => withCleanup(takeAll));

async function takeAll(cleanup: Cleanup): Promise<void> {
  const vsix = await step('Building and packaging the extension', packageExtension);
  const browser = await findBrowser();
  await ensureEditor();
  const server = await step('Starting VS Code with the extension', () =>
    startServer({ vsix, settings: pictureSettings }, cleanup),
  );
  const page = await step('Opening it in a headless browser', async () => {
    // Sharp on the screens of today.
    const opened = await openPage(browser, cleanup, 2);
    await openFolder(opened, server.url({ folder: inRoot('samples') }).href);
    return opened;
  });
  mkdirSync(inRoot('docs/images'), { recursive: true });
  const workbench = driveWorkbench(page);
  for (const scene of scenes.filter(isWanted)) {
    if (!isPlayable(scene)) {
      say(`Left out ${scene.name}: samples/${scene.file} is missing`);
      continue;
    }
    await step(`docs/images/${scene.name}.png`, async () => {
      await page.setViewportSize({ width: scene.width, height: 800 });
      const { configuration, lines, element } = scene;
      const folder = configuration && copySamples(path.dirname(scene.file), configuration, cleanup);
      if (folder !== undefined) await openFolder(page, server.url({ folder }).href);
      await workbench.openFile(folder === undefined ? scene.file : path.basename(scene.file));
      await scene.play(workbench);
      await workbench.screenshot(scene.name, {
        ...(lines !== undefined && { lines }),
        ...(element !== undefined && { element }),
      });
      await workbench.reset();
    });
  }
}

/** Shows a folder, and nothing but the editor. */
async function openFolder(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await driveWorkbench(page).showCommand('View: Toggle Primary Side Bar Visibility');
}

function copySamples(name: string, configuration: object, cleanup: Cleanup): string {
  const folder = path.join(cleanup.temporaryFolder('samples'), name);
  cpSync(inRoot('samples', name), folder, { recursive: true });
  writeFileSync(path.join(folder, 'rolechain.config.json'), JSON.stringify(configuration, undefined, 2));
  return folder;
}

function isWanted(scene: Scene): boolean {
  return wanted.length === 0 || wanted.includes(scene.name);
}
