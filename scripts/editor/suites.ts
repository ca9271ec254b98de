import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { Cleanup } from '../process/cleanup.ts';
import { inRoot } from '../root.ts';
import type { Opened } from './server.ts';
import { restrictedSettings, testSettings } from './settings.ts';

/** Tests that share a VS Code of their own. */
export interface Suite {
  /** Of test/editor. */
  readonly folder: string;
  /** What is told of it in the output. */
  readonly mode: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly trustsNothing?: boolean;
  /** What the window is opened on. Tests may change files, so they get a copy. */
  readonly open: (cleanup: Cleanup) => Opened;
}

/** All suites that run inside VS Code. */
export const suites: readonly Suite[] = [
  { folder: 'suite', mode: '', settings: testSettings, open: openSamples },
  {
    folder: 'restricted',
    mode: ', Restricted Mode',
    settings: restrictedSettings,
    trustsNothing: true,
    open: openSamples,
  },
  { folder: 'two-folders', mode: ', two folders', settings: testSettings, open: openTwoFolders },
  { folder: 'no-folder', mode: ', no folder', settings: testSettings, open: () => 'nothing' },
];

function openSamples(cleanup: Cleanup): Opened {
  const folder = path.join(cleanup.temporaryFolder('workspace'), 'samples');
  if (existsSync(inRoot('samples'))) cpSync(inRoot('samples'), folder, { recursive: true });
  return { folder };
}

function openTwoFolders(cleanup: Cleanup): Opened {
  const copy = cleanup.temporaryFolder('workspace');
  cpSync(inRoot('test/fixtures/two-folders'), copy, { recursive: true });
  return { workspace: path.join(copy, 'two-folders.code-workspace') };
}
