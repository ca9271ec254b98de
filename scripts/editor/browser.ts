import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure } from '../process/failure.ts';
import { type Browser, unpackChromium } from './chromium.ts';
import { findOnPath } from './on-path.ts';

const linuxNames = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/**
 * The browser that drives VS Code without a desktop: the one named by ROLECHAIN_BROWSER or CHROME_PATH,
 * else a Chrome or Chromium of this machine, else the one from the package registry.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.ROLECHAIN_BROWSER ?? process.env.CHROME_PATH;
  if (named !== undefined) {
    if (existsSync(named)) return { executable: named, env: process.env };
    throw new Failure(`ROLECHAIN_BROWSER or CHROME_PATH names ${named}, which does not exist.`);
  }
  const installed = usualPlaces().find((file) => existsSync(file));
  if (installed !== undefined) return { executable: installed, env: process.env };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();
  throw new Failure(
    'No browser found: install Google Chrome or Chromium, or set ROLECHAIN_BROWSER to the path of its program.',
  );
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', path.join(os.homedir(), 'Applications')];
    return folders.flatMap((folder) => macApplications.map((name) => path.join(folder, name)));
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': older } = process.env;
    const folders = [PROGRAMFILES, older, LOCALAPPDATA].filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => windowsPrograms.map((name) => path.join(folder, name)));
  }
  const found = findOnPath(linuxNames);
  return found === undefined ? [] : [found];
}
