import { type CodeAction, CodeActionKind, type Position } from 'vscode-languageserver/node';
import { type PolicyCopy, policyCopyAt } from '../features/refactor/policy-copies.ts';
import { commands } from '../protocol/commands.ts';
import { type CopyPolicyParams, type CopyPolicyResult, copyPolicyRequest } from '../protocol/policy-copy.ts';
import { fragmentAt } from '../service/fragment-at.ts';
import { onRequest } from './on-request.ts';
import { isRecord } from './record.ts';
import { type Analysed, analyseNow, type Session } from './session.ts';

/** Answers the request by which an editor has a policy written as a document of its own. */
export function registerCopyPolicy(session: Session): void {
  onRequest(session, copyPolicyRequest, (params) => copyPolicy(session, params));
}

/** Offered only to an editor that can open a text as a document of its own. */
export function createCopyActions(session: Session, analysed: Analysed, position: Position): CodeAction[] {
  if (session.client.options.commands?.includes(commands.copyPolicy) !== true) return [];
  const copy = copyAt(analysed, position);
  if (copy === undefined) return [];
  const { title } = copy;
  const params: CopyPolicyParams = { uri: analysed.document.uri, version: analysed.version, position };
  const command = { title, command: commands.copyPolicy, arguments: [params] };
  return [{ title, kind: CodeActionKind.RefactorRewrite, command }];
}

async function copyPolicy(session: Session, params: unknown): Promise<CopyPolicyResult> {
  if (!isRecord(params) || typeof params.uri !== 'string' || !isPosition(params.position))
    return { failure: 'No policy is named.' };
  const analysed = await analyseNow(session, params.uri);
  if (analysed === undefined || analysed.version !== params.version)
    return { failure: 'The text has changed meanwhile: choose it once more.' };
  const copied = copyAt(analysed, params.position)?.write();
  if (copied === undefined) return { failure: 'There is no policy here.' };
  return copied.language === undefined ? { failure: copied.refusal } : { copy: copied };
}

function copyAt({ document, analysis }: Analysed, position: Position): PolicyCopy | undefined {
  const offset = document.offsetAt(position);
  const fragment = fragmentAt(analysis, offset);
  if (fragment === undefined) return undefined;
  const at = offset - fragment.start;
  return policyCopyAt(fragment.model, { start: at, end: at });
}

function isPosition(value: unknown): value is Position {
  return isRecord(value) && typeof value.line === 'number' && typeof value.character === 'number';
}
