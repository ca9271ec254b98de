import type { Configuration, NamedFile } from '../lint/configuration.ts';
import type { ConfigurationProblem } from '../lint/configuration-shape.ts';
import { type ParameterFileReading, readParameterFile } from '../lint/parameter-file.ts';

/** The files of parameters that a configuration names. */
export interface ParameterFiles {
  /** By the name that the configuration has for it. */
  readonly read: ReadonlyMap<string, ParameterFileReading>;
  /** What is wrong with them, where the configuration names them. */
  readonly problems: readonly ConfigurationProblem[];
}

/** `readText` takes the name as the configuration has it; undefined for a file that is not there or cannot be read. */
export function readParameterFiles(
  configuration: Configuration,
  readText: (name: string) => string | undefined,
): ParameterFiles {
  const named = namedParameterFiles(configuration);
  const read = new Map(
    [...new Set(named.map(({ file }) => file))].map((file) => [file, readOne(file, readText(file))]),
  );
  const problems = named.flatMap(({ file, span }): ConfigurationProblem[] => {
    const problem = read.get(file)?.problem;
    const message = `\`${file}\` ${problem}, so that no value is taken from it.`;
    return problem === undefined ? [] : [{ span, message, fixes: [] }];
  });
  return { read, problems };
}

/** In the order of the configuration; one that several entries name is there several times. */
export function namedParameterFiles({ parameters }: Configuration): readonly NamedFile[] {
  return isList(parameters) ? parameters.flatMap(({ from = [] }) => from) : [];
}

function readOne(file: string, text: string | undefined): ParameterFileReading {
  return text === undefined ? { problem: 'is not there, or cannot be read' } : readParameterFile(file, text);
}

/** True for values by glob. */
export function isList<T>(value: T): value is Extract<T, readonly unknown[]> {
  return Array.isArray(value);
}
