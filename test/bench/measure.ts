import { readFileSync } from 'node:fs';
import { Failure } from '../../scripts/process/failure.ts';
import { type ServerProcess, startServer } from '../lsp/support/server-process.ts';
import { type Distribution, distribution, parseCpuTime, parseTimes } from './times.ts';

/** Figures of one template; times in milliseconds. */
export interface Figures {
  readonly characters: number;
  /** From the start of the process to the answer to `initialize`. */
  readonly initialize: number;
  /** From `didOpen` to the first published diagnostics, each time in a process of its own: the median. */
  readonly firstDiagnostics: number;
  /** What the server's main thread takes of the processor for that, what it still has to load among it: the median. */
  readonly firstDiagnosticsCpu: number | undefined;
  /** From `didChange` to the published diagnostics of that version. */
  readonly change: Distribution;
  /** What the server's main thread takes of the processor for that: what else the machine does is no part of it. */
  readonly changeCpu: Distribution | undefined;
  /** From the last of 20 keys, 30 ms apart, to the diagnostics of the final state. */
  readonly burst: Distribution;
  /** One warm bare `yaml` parse of the same text in this process: the median. */
  readonly parse: number;
  /** What it takes of the processor. */
  readonly parseCpu: number;
  /** As multiples of `parse`, or of `parseCpu`. */
  readonly ratios: {
    readonly changeMedian: number;
    readonly changeP95: number;
    readonly firstDiagnostics: number;
    readonly firstDiagnosticsCpu: number | undefined;
  };
  /** Of the server process, in megabytes; undefined where the system does not tell. */
  readonly memory: Memory | undefined;
}

/** In megabytes. */
export interface Memory {
  readonly peak: number;
  /** From the edits that are timed to the end of as many as `growthEdits` more. */
  readonly growth: number;
}

/** Opens a template in a server of its own and types into it, one key after the other's result. */
export async function measure(text: string, options: MeasureOptions): Promise<Figures> {
  const openings: Round[] = [];
  for (let count = 1; count < coldOpenings; count++) {
    const server = await startServer();
    openings.push(await open(server, uriOf(options), text, options));
    server.process.kill();
  }
  const started = performance.now();
  const server = await startServer();
  try {
    const initialize = performance.now() - started;
    const uri = uriOf(options);
    const place = placeBehind(text, options.language === 'yaml' ? 'Effect: Allow' : '"Effect": "Allow');
    const typing: Typing = { server, uri, ...place, version: 1 };
    openings.push(await open(server, uri, text, options));
    const firstDiagnostics = distribution(openings.map(({ elapsed }) => elapsed)).median;
    const openingCpu = openings.flatMap(({ cpu }) => cpu ?? []);
    const firstDiagnosticsCpu = openingCpu.length > 0 ? distribution(openingCpu).median : undefined;
    const keys = await typeInto(typing, options.edits);
    const bursts: number[] = [];
    for (let index = 0; index < options.bursts; index++) bursts.push(await typeBurst(typing));
    const held = memoryOf(server.process.pid, 'VmRSS');
    await typeInto(typing, options.growthEdits);
    const after = memoryOf(server.process.pid, 'VmRSS');
    const peak = memoryOf(server.process.pid, 'VmHWM');
    await server.stop();
    const parse = distribution(parseTimes(text)).median;
    const parseCpu = distribution(Array.from({ length: 5 }, () => parseCpuTime(text))).median;
    const change = distribution(keys.map(({ elapsed }) => elapsed));
    const cpu = keys.flatMap((key) => key.cpu ?? []);
    return {
      characters: text.length,
      initialize,
      firstDiagnostics,
      firstDiagnosticsCpu,
      change,
      changeCpu: cpu.length > 0 ? distribution(cpu) : undefined,
      burst: distribution(bursts),
      parse,
      parseCpu,
      ratios: {
        changeMedian: change.median / parse,
        changeP95: change.p95 / parse,
        firstDiagnostics: firstDiagnostics / parse,
        firstDiagnosticsCpu: firstDiagnosticsCpu && firstDiagnosticsCpu / parseCpu,
      },
      memory: peak && held && after ? { peak, growth: after - held } : undefined,
    };
  } finally {
    server.process.kill();
  }
}

export interface MeasureOptions {
  readonly language: 'yaml' | 'json';
  readonly edits: number;
  readonly bursts: number;
  /** Typed after the others, to see whether memory grows. */
  readonly growthEdits: number;
}

/** How long a process takes from its start to the answer to `initialize`, one after the other. */
export async function measureInitialize(count: number): Promise<Distribution> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const started = performance.now();
    const server = await startServer();
    times.push(performance.now() - started);
    server.process.kill();
  }
  return distribution(times);
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Typing {
  readonly server: ServerProcess;
  readonly uri: string;
  readonly start: Place;
  readonly end: Place;
  version: number;
}

/** Of these the median is told: one alone says little of what is done but once in a process. */
const coldOpenings = 5;

function uriOf({ language }: MeasureOptions): string {
  return `file:///bench/template.${language}`;
}

async function open(server: ServerProcess, uri: string, text: string, { language }: MeasureOptions): Promise<Round> {
  const opened = performance.now();
  const before = cpuOf(server.process.pid);
  await server.open(uri, text, language);
  await server.diagnostics(uri, 1);
  return { elapsed: performance.now() - opened, cpu: used(before, cpuOf(server.process.pid)) };
}

/** What one message took until its result was published. */
interface Round {
  readonly elapsed: number;
  readonly cpu: number | undefined;
}

/** Types one character and takes it away, in turns, where it matters: behind an effect in the middle of the text. */
async function typeInto(typing: Typing, edits: number): Promise<readonly Round[]> {
  const { server, uri } = typing;
  const keys: Round[] = [];
  for (let count = 0; count < edits; count++) {
    const sent = performance.now();
    const cpu = cpuOf(server.process.pid);
    const isTyped = await sendKey(typing);
    const { diagnostics } = await server.diagnostics(uri, typing.version);
    keys.push({ elapsed: performance.now() - sent, cpu: used(cpu, cpuOf(server.process.pid)) });
    // Else it would not be the edit's own result that was timed.
    if (diagnostics.some(({ code }) => code === 'invalid-effect') !== isTyped)
      throw new Failure('The edit is not what is reported.');
  }
  return keys;
}

/** Types as fast as a person can, faster than what is found may be told. */
async function typeBurst(typing: Typing): Promise<number> {
  let sent = 0;
  for (let key = 0; key < 20; key++) {
    if (key > 0) await new Promise((resolve) => setTimeout(resolve, 30));
    sent = performance.now();
    await sendKey(typing);
  }
  await typing.server.diagnostics(typing.uri, typing.version);
  return performance.now() - sent;
}

/** True where the character is there now. */
async function sendKey(typing: Typing): Promise<boolean> {
  const { server, uri, start, end } = typing;
  typing.version++;
  const isTyped = typing.version % 2 === 0;
  const change = isTyped ? { range: { start, end: start }, text: 'x' } : { range: { start, end }, text: '' };
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: typing.version },
    contentChanges: [change],
  });
  return isTyped;
}

/** Behind a word in the middle of the text, and one character further. */
function placeBehind(text: string, word: string): { readonly start: Place; readonly end: Place } {
  const lines = text.slice(0, text.indexOf(word, text.length / 2) + word.length).split('\n');
  const start = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { start, end: { ...start, character: start.character + 1 } };
}

/** What the kernel notes of a process: what it holds, and the most that it ever held. On Linux only. */
export function memoryOf(pid: number | undefined, name: 'VmRSS' | 'VmHWM'): number | undefined {
  const kilobytes = new RegExp(`${name}:\\s+(\\d+)`).exec(readProcess(pid, 'status') ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

function used(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before;
}

/** Milliseconds that the main thread of a process had of the processor. On Linux only. */
export function cpuOf(pid: number | undefined): number | undefined {
  const nanoseconds = readProcess(pid, 'schedstat')?.split(' ')[0];
  return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1e6;
}

function readProcess(pid: number | undefined, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
