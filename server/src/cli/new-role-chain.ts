import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { indexText } from '../base/text-index.ts';
import { bakedIamData } from '../data/index.ts';
import { type Decoded, decode } from '../files/decode.ts';
import { describeFailure } from '../files/failure.ts';
import { readSource } from '../files/read-source.ts';
import { answerName } from '../scaffold/answers.ts';
import { type LocatedProblem, readAnswers } from '../scaffold/read-answers.ts';
import { writeRoleChain } from '../scaffold/write-role-chain.ts';
import type { WrittenFile } from '../scaffold/written-file.ts';
import type { NewArguments } from './arguments.ts';
import { showPath } from './show-path.ts';
import type { Terminal } from './terminal.ts';

/** Writes a role chain from a file of answers. 0: written; 2: nothing is, or not all of it. */
export async function newRoleChain({ answers, out, force }: NewArguments, terminal: Terminal): Promise<0 | 2> {
  const name = answers === '-' ? 'standard input' : answers;
  const source = await readGiven(answers, terminal);
  if (source.text === undefined) {
    terminal.note(`cannot read ${name}: ${source.message}`);
    return 2;
  }
  const data = bakedIamData()();
  const read = readAnswers(source.text, data);
  if (read.problems !== undefined) {
    for (const line of describeProblems(read.problems, source.text, name)) terminal.note(line);
    return 2;
  }
  const { files, notes } = writeRoleChain(read.answers, data);
  const folder = path.resolve(terminal.folder, out);
  const inTheWay = force ? [] : files.filter((file) => isThere(path.join(folder, file.path)));
  if (inTheWay.length > 0) {
    for (const file of inTheWay)
      terminal.note(`${showPath(terminal.folder, path.join(folder, file.path))} is there already`);
    terminal.note('Nothing was written. Choose another folder, or overwrite these files with --force.');
    return 2;
  }
  if (!writeAll(files, folder, terminal)) return 2;
  terminal.print(`${notes.map((note) => `Note: ${note}\n`).join('')}`);
  return 0;
}

async function readGiven(answers: string, terminal: Terminal): Promise<Decoded> {
  return answers === '-' ? decode(await terminal.readInput()) : readSource(path.resolve(terminal.folder, answers));
}

/** `answers.json:3:12: source.account: An account id has twelve digits.` Lines and columns from 1. */
function describeProblems(problems: readonly LocatedProblem[], text: string, name: string): readonly string[] {
  const index = indexText(text);
  return problems.map(({ span, path: answer, message }) => {
    const { line, character } = index.positionAt(span.start);
    const where = answer.length === 0 ? '' : `${answerName(answer)}: `;
    return `${name}:${line + 1}:${character + 1}: ${where}${message}`;
  });
}

/** Also a link that leads nowhere: what is written through it would land elsewhere. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Where it cannot be looked at, it cannot be written: that is told then.
    return false;
  }
}

/** False after a note: one could not be written. */
function writeAll(files: readonly WrittenFile[], folder: string, terminal: Terminal): boolean {
  for (const file of files) {
    const target = path.join(folder, file.path);
    const shown = showPath(terminal.folder, target);
    try {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, file.text);
    } catch (error) {
      terminal.note(`cannot write ${shown}: ${describeFailure(error)}`);
      return false;
    }
    terminal.print(`${shown}: ${file.title}\n`);
  }
  return true;
}
