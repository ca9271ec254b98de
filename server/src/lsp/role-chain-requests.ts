import { partitionOfRegion } from '../catalog/partitions.ts';
import type { CheckedAnswer, RoleChainChoices, WrittenRoleChain } from '../protocol/role-chain.ts';
import { roleChainRequests } from '../protocol/role-chain.ts';
import { answerName } from '../scaffold/answers.ts';
import { checkAnswer, type Knowledge } from '../scaffold/check-answer.ts';
import { listChoices } from '../scaffold/choices.ts';
import { readAnswers } from '../scaffold/read-answers.ts';
import { writeRoleChain } from '../scaffold/write-role-chain.ts';
import { onRequest } from './on-request.ts';
import { isRecord } from './record.ts';
import type { Session } from './session.ts';

/** Answers what an editor asks to have a role chain written; see the protocol. */
export function registerRoleChain(session: Session): void {
  onRequest(session, roleChainRequests.choices, async (): Promise<RoleChainChoices> => listChoices());
  onRequest(session, roleChainRequests.check, (params) => check(session, params));
  onRequest(session, roleChainRequests.write, (params) => write(session, params));
}

async function check({ iamData, organizations }: Session, params: unknown): Promise<CheckedAnswer> {
  if (!isRecord(params) || typeof params.answer !== 'string' || typeof params.value !== 'string') return {};
  const source = isRecord(params.answers) && isRecord(params.answers.source) ? params.answers.source : {};
  const known: Knowledge = { data: iamData(), organizations: await organizations.all(), ...textsOf(source) };
  return checkAnswer(params.answer, params.value, known);
}

/** What of the source decides whether other answers fit. */
function textsOf(source: Readonly<Record<string, unknown>>): Omit<Knowledge, 'data' | 'organizations'> {
  const names = ['kind', 'provider', 'service', 'host'] as const;
  const texts = names.flatMap((name) => (typeof source[name] === 'string' ? [[name, source[name]]] : []));
  const partition = typeof source.region === 'string' ? partitionOfRegion(source.region)?.name : undefined;
  return { ...Object.fromEntries(texts), ...(partition !== undefined && { partition }) };
}

/** The answers are read as those of a file are: an editor may send anything. */
async function write({ iamData, organizations }: Session, params: unknown): Promise<WrittenRoleChain> {
  const answers = isRecord(params) ? params.answers : undefined;
  const data = iamData();
  const read = readAnswers(JSON.stringify(answers ?? {}), data);
  if (read.problems !== undefined)
    return { problems: read.problems.map(({ path, message }) => ({ answer: answerName(path), message })) };
  return writeRoleChain(read.answers, data, await organizations.all());
}
