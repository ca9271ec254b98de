import { isPolicyKind } from '../policy/kind.ts';
import { type SetPolicyKindResult, setPolicyKindRequest } from '../protocol/policy-kind.ts';
import { createConfigurationEdit, placeConfiguration } from './configuration-edits.ts';
import { onRequest } from './on-request.ts';
import { isRecord } from './record.ts';
import type { Session } from './session.ts';

/** Answers the request by which an editor lets its user say what a file's policies are. */
export function registerPolicyKind(session: Session): void {
  onRequest(session, setPolicyKindRequest, async (params) =>
    isRecord(params) ? setPolicyKind(session, params.uri, params.kind) : { failure: 'No file is named.' },
  );
}

/** Writes the kind into the configuration of the file, by an edit that the editor applies. */
export async function setPolicyKind(session: Session, uri: unknown, kind: unknown): Promise<SetPolicyKindResult> {
  if (typeof uri !== 'string' || typeof kind !== 'string' || !isPolicyKind(kind))
    return { failure: 'A file and a kind of policy must be named.' };
  const place = placeConfiguration(session, uri);
  if (place === undefined) return { failure: 'Save the file first: the configuration names files by their path.' };
  const edit = createConfigurationEdit(session, place.uri, { type: 'kind', path: place.path, kind });
  if (edit === undefined) return { failure: 'The configuration is malformed. Correct it first.' };
  const { applied, failureReason } = await session.connection.workspace.applyEdit({
    label: 'Set policy kind',
    edit,
  });
  return applied ? { configuration: place.uri } : { failure: failureReason ?? 'The editor did not apply the change.' };
}
