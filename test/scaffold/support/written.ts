import type { Answers } from '../../../server/src/scaffold/answers.ts';
import { writeRoleChain } from '../../../server/src/scaffold/write-role-chain.ts';
import { iamData } from '../../support/iam-data.ts';

/** The files of a chain by their paths. */
export function writtenFiles(answers: Answers): ReadonlyMap<string, string> {
  return new Map(writeRoleChain(answers, iamData).files.map(({ path, text }) => [path, text]));
}

/** Those that hold policies or settings. */
export function policyFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => /\.(yaml|json)$/.test(path)));
}
