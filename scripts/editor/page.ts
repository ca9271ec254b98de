import { chromium, type Page } from 'playwright-core';
import type { Cleanup } from '../process/cleanup.ts';
import type { Browser } from './chromium.ts';

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Patience with the workbench: generous, since two slow cores may share it with other work. */
export const pageLimit = 60_000;

/** An empty page of a headless browser that is closed with the cleanup; `scale` is in pixels per CSS pixel. */
export async function openPage({ executable, env }: Browser, cleanup: Cleanup, scale = 1): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: executable,
    args: flags,
    env: stringsOf(env),
    timeout: pageLimit,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  cleanup.add(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: scale });
  page.setDefaultTimeout(pageLimit);
  return page;
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) result[name] = value;
  return result;
}
