import type { AwsFailure } from '../protocol/organization.ts';
import { isOrganizationFailure } from '../service/organization-source.ts';

/** What an editor is told of a failed question to AWS; undefined for any other error. */
export function viewFailure(error: unknown): AwsFailure | undefined {
  if (!isOrganizationFailure(error)) return undefined;
  const { kind, message, command } = error;
  return { kind, message, ...(command !== undefined && { command }) };
}
