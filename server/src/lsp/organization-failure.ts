import type { AwsFailure } from '../protocol/organization.ts';
import { isRecord } from './record.ts';

/**
 * What an editor is told of a failed question to AWS; undefined for any other error. Recognised by its name: the class
 * is another one in the file that the AWS SDK is loaded with.
 */
export function viewFailure(error: unknown): AwsFailure | undefined {
  if (!isRecord(error) || error.name !== 'OrganizationFailure') return undefined;
  const { kind, message, command } = error;
  if (typeof kind !== 'string' || typeof message !== 'string') return undefined;
  return { kind, message, ...(typeof command === 'string' && { command }) };
}
