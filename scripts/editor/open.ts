import { spawn } from 'node:child_process';
import { findOnPath } from './on-path.ts';

/** Opens an address in the user's own browser; answers false where there is no desktop to do so. */
export function openInBrowser(url: string): boolean {
  const opener = findOpener();
  if (opener === undefined) return false;
  const child = spawn(opener.command, [...opener.args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
  return true;
}

interface Opener {
  readonly command: string;
  readonly args: readonly string[];
}

function findOpener(): Opener | undefined {
  if (process.platform === 'darwin') return { command: 'open', args: [] };
  // `start` of cmd would take the address's `&` for the end of a command.
  if (process.platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler'] };
  const hasDisplay = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  const command = hasDisplay ? findOnPath(['xdg-open']) : undefined;
  return command === undefined ? undefined : { command, args: [] };
}
