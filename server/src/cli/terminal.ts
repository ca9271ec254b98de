import { ansiPaint, type Paint, plainPaint } from '../export/paint.ts';
import { printable } from '../export/printable.ts';
import { createStatusLine } from './status-line.ts';

/** What a command may see and touch of the process it runs in. */
export interface Terminal {
  /** The working directory, absolute. */
  readonly folder: string;
  readonly print: (text: string) => void;
  /** For what is no result: problems and notes, on standard error. */
  readonly note: (text: string) => void;
  /** Says on a terminal how far the work is, in the place of what was said before; nothing where nobody looks. */
  readonly showStatus: (line: string) => void;
  readonly readInput: () => Promise<Uint8Array>;
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/** Columns where nobody looks, so that a file or a log is the same everywhere. */
const defaultWidth = 100;

/** The terminal, file or pipe that this process writes to. */
export function openTerminal(): Terminal {
  const { stdout, stderr } = process;
  // A reader that has seen enough (`| head`) closes the pipe: what follows is dropped, the exit code stays true.
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosedPipe);
  const status = createStatusLine(stderr, process.env.TERM);
  return {
    folder: process.cwd(),
    print: (text) => status.above(stdout, text),
    note: (text) => status.above(stderr, `rolechain: ${text.split('\n').map(printable).join('\n')}\n`),
    showStatus: status.show,
    readInput,
    paint: hasColours(process.env, stdout.isTTY === true) ? ansiPaint : plainPaint,
    width: stdout.isTTY ? Math.max(40, stdout.columns || defaultWidth) : defaultWidth,
  };
}

/** As Node itself decides: FORCE_COLOR before NO_COLOR before what the terminal is. */
export function hasColours(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return isTerminal && terminal !== 'dumb';
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
