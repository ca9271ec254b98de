import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The built command line. */
export const cli = path.resolve('dist/cli.js');

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly folder: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Close the output after the first piece, as `| head` does. */
  readonly closeEarly?: boolean;
}

/** Runs the built command line in a process of its own, its output being pipes. */
export function runCli(words: readonly string[], { folder, input, env, closeEarly }: CliOptions): Promise<CliResult> {
  assert.ok(existsSync(cli), 'dist/cli.js is not built; run `npm run build`');
  return new Promise((resolve, reject) => {
    const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
    const child = spawn(process.execPath, [cli, ...words], { cwd: folder, env: { ...inherited, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => {
      out.push(piece);
      if (closeEarly) child.stdout.destroy();
    });
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
    child.stdin.end(input);
  });
}
