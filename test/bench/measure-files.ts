import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseTree } from 'jsonc-parser';
import { Failure } from '../../scripts/process/failure.ts';
import { startServer } from '../lsp/support/server-process.ts';
import { memoryOf } from './measure.ts';
import { distribution } from './times.ts';

/** Figures of a folder of policies; times in milliseconds. */
export interface CheckFigures {
  readonly files: number;
  readonly characters: number;
  /** Of `rolechain check`, with the start of its process. */
  readonly check: number;
  /** One warm bare `jsonc-parser` parse of all. */
  readonly parse: number;
  /** `check` as a multiple of `parse`. */
  readonly ratio: number;
}

export interface IndexFigures {
  readonly files: number;
  /** From the start of the server's process to an answer that needs all files. */
  readonly index: number;
  /** In megabytes; undefined where the system does not tell. */
  readonly peakMemory: number | undefined;
}

/** Checks a folder of JSON policies by the command line; without one, as many generated ones as AWS has managed policies. */
export function measureCheck(given: string | undefined): CheckFigures {
  if (given !== undefined) return checkFolder(path.resolve(given));
  return inFolder((folder) => {
    writePolicies(folder, 1641, 18);
    return checkFolder(folder);
  });
}

/** Opens a workspace of policy files. */
export function measureIndex(files: number): Promise<IndexFigures> {
  return inFolder(async (folder) => {
    writePolicies(folder, files, 6);
    const started = performance.now();
    const server = await startServer({ folders: [pathToFileURL(folder).href] });
    try {
      await server.connection.sendRequest('workspace/symbol', { query: 'policy' });
      const index = performance.now() - started;
      return { files, index, peakMemory: memoryOf(server.process.pid, 'VmHWM') };
    } finally {
      server.process.kill();
    }
  });
}

function checkFolder(folder: string): CheckFigures {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const texts = names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const started = performance.now();
  const cli = path.resolve('dist/cli.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'check', '--fail-on', 'never', '--format', 'json', folder],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  const check = performance.now() - started;
  if (status !== 0) throw new Failure(`The folder could not be checked: ${stderr}`);
  const parse = distribution(Array.from({ length: 20 }, () => timeParse(texts)).slice(10)).median;
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  return { files: names.length, characters, check, parse, ratio: check / parse };
}

function timeParse(texts: readonly string[]): number {
  const started = performance.now();
  for (const text of texts) parseTree(text);
  return performance.now() - started;
}

/** Policies of identities, a hundred in a folder. */
function writePolicies(folder: string, count: number, statements: number): void {
  for (let index = 0; index < count; index++) {
    const inside = path.join(folder, `group-${Math.floor(index / 100)}`);
    mkdirSync(inside, { recursive: true });
    writeFileSync(path.join(inside, `policy-${index}.json`), policy(index, statements));
  }
}

function policy(index: number, statements: number): string {
  const statement = (number: number) => ({
    Sid: `Part${number}`,
    Effect: 'Allow',
    Action: number % 2 === 0 ? ['dynamodb:GetItem', 'dynamodb:Query'] : ['s3:GetObject', 's3:PutObject'],
    Resource:
      number % 2 === 0
        ? `arn:aws:dynamodb:us-east-1:111122223333:table/t${index}-${number}`
        : `arn:aws:s3:::data-${index}-${number}/*`,
    Condition: { Bool: { 'aws:SecureTransport': 'true' } },
  });
  const Statement = Array.from({ length: statements }, (_, number) => statement(number));
  return JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2);
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'rolechain-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const result = work(folder);
  if (result instanceof Promise) void result.finally(remove);
  else remove();
  return result;
}
