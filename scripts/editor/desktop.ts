import path from 'node:path';
import { run } from '../process/child.ts';
import { Failure } from '../process/failure.ts';
import { say, step } from '../process/progress.ts';
import { cacheFolder } from '../root.ts';
import { findOnPath } from './on-path.ts';

/**
 * Opens a folder in the machine's own VS Code with the packaged extension, in folders apart from the
 * user's own settings and extensions. It stays open when this ends.
 */
export async function openDesktop(makePackage: () => Promise<string>, folder: string): Promise<void> {
  const code = findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  if (code === undefined) {
    throw new Failure(
      'There is no `code` on the PATH: in VS Code run "Shell Command: Install \'code\' command in PATH", or use `npm start`.',
    );
  }
  const vsix = await makePackage();
  const data = path.join(cacheFolder, 'desktop');
  const folders = ['--extensions-dir', path.join(data, 'extensions'), '--user-data-dir', path.join(data, 'user')];
  await step('Installing the extension', () => runCode(code, ['--install-extension', vsix, '--force', ...folders]));
  await runCode(code, ['--new-window', folder, ...folders]);
  say('Opened in VS Code');
}

/** On Windows `code` is a batch file, which only cmd can run. */
async function runCode(code: string, args: readonly string[]): Promise<void> {
  if (process.platform === 'win32') await run('cmd', ['/c', code, ...args]);
  else await run(code, args);
}
