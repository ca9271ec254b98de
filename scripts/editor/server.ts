import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, startChild, stopChild } from '../process/child.ts';
import type { Cleanup } from '../process/cleanup.ts';
import { Failure } from '../process/failure.ts';
import { ensureEditor } from './install.ts';

export interface ServerOptions {
  readonly vsix: string;
  /** Starts the extension host's environment; the tests pass their channel here. */
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets a page pass the built workbench a test to run. */
  readonly forTests?: boolean;
  /** No folder is trusted: Restricted Mode. Left out, all are. */
  readonly trustsNothing?: boolean;
}

/** What a window is opened on; `nothing`: no folder. */
export type Opened = { readonly folder: string } | { readonly workspace: string } | 'nothing';

export interface EditorServer {
  readonly port: number;
  readonly token: string;
  readonly child: ChildProcess;
  /** The workbench, with the token that opens it. */
  readonly url: (opened: Opened) => URL;
}

const startLimit = 60_000;

/** A VS Code server of its own on a free loopback port with the packaged extension installed; gone with the cleanup. */
export async function startServer(options: ServerOptions, cleanup: Cleanup): Promise<EditorServer> {
  const entry = await ensureEditor();
  const data = cleanup.temporaryFolder('editor');
  const extensions = path.join(data, 'extensions');
  writeSettings(data, options.settings ?? {});
  await installExtension(entry, options.vsix, ['--extensions-dir', extensions, '--server-data-dir', data]);
  const token = randomBytes(18).toString('hex');
  const args = [
    ...[entry, '--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...(options.trustsNothing === true ? [] : ['--disable-workspace-trust']),
    ...['--server-data-dir', data, '--extensions-dir', extensions],
    ...(options.forTests === true ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = startChild(process.execPath, args, { cwd: data, env: { ...process.env, ...options.env } });
  cleanup.add(() => stopChild(child));
  const port = await readPort(child);
  const url = (opened: Opened) => {
    const target = new URL(`http://127.0.0.1:${port}/`);
    target.searchParams.set('tkn', token);
    // Without the last, a window without a folder opens the one of before.
    for (const [name, value] of Object.entries(opened === 'nothing' ? { ew: 'true' } : opened))
      target.searchParams.set(name, value.replaceAll('\\', '/'));
    return target;
  };
  return { port, token, child, url };
}

async function installExtension(entry: string, vsix: string, folders: readonly string[]): Promise<void> {
  const args = [entry, '--accept-server-license-terms', '--install-extension', vsix, '--force', ...folders];
  const output = await run(process.execPath, args, { timeout: startLimit });
  if (!/successfully installed/.test(output)) throw new Failure(`VS Code did not install ${vsix}:\n${output}`);
}

function writeSettings(data: string, settings: Readonly<Record<string, unknown>>): void {
  const folder = path.join(data, 'data/User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

/** The server chooses a free port and prints it, so no other program can take it in between. */
function readPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => reject(new Failure(`VS Code's server ${why}\n${output}`));
    const timer = setTimeout(() => fail(`did not start within ${startLimit / 1000} s.`), startLimit);
    const read = (data: Buffer) => {
      if (output.length > 100_000) return;
      output += data.toString();
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code} before it was ready.`);
    });
  });
}
