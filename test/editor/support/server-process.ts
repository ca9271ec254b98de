import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

interface Process {
  readonly pid: number;
  readonly commandLine: string;
}

/** The process of the language server that the packaged extension has started, as the system lists it. */
export function findServer(): number {
  const extension = vscode.extensions.getExtension('rolechain.rolechain');
  if (extension === undefined) throw new Error('rolechain.rolechain is not installed.');
  const module = path.join(extension.extensionPath, 'dist', 'server.js');
  const [server, ...others] = listProcesses().filter(({ commandLine }) => commandLine.includes(module));
  if (server === undefined) throw new Error(`No process runs ${module}.`);
  if (others.length > 0) throw new Error(`Several processes run ${module}.`);
  return server.pid;
}

function listProcesses(): readonly Process[] {
  if (process.platform === 'linux') return readdirSync('/proc').flatMap(readProcess);
  if (process.platform === 'win32') throw new Error('This test cannot list the processes of Windows.');
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.map((line) => ({ pid: Number.parseInt(line, 10), commandLine: line }));
}

/** Nothing for what is no process, or ended meanwhile. */
function readProcess(name: string): readonly Process[] {
  const pid = Number(name);
  if (!Number.isInteger(pid)) return [];
  try {
    const commandLine = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return [{ pid, commandLine }];
  } catch {
    return [];
  }
}
