import { fileURLToPath } from 'node:url';
import type { Connection } from 'vscode-languageserver/node';
import { type MfaCodeAnswer, mfaCodeRequest } from '../protocol/organization.ts';
import { OrganizationFailure, type OrganizationsAccess } from '../service/organization-source.ts';
import { openOrganizationStore, type TextStorage } from '../service/organization-store.ts';
import type { Client } from './client.ts';
import { viewFailure } from './organization-failure.ts';
import { tellOrganizations } from './organization-status.ts';
import { createMemoryStorage, openFolderStorage } from './organization-storage.ts';
import { Organizations } from './organizations.ts';

/** Loads what asks AWS, with the SDK in it. */
export type LoadAccess = () => Promise<OrganizationsAccess>;

/** The organizations of one editor. `onChange`: what is known of them may matter to findings. */
export function openOrganizationsFor(
  connection: Connection,
  client: Client,
  loadAccess: LoadAccess,
  onChange: () => void,
): Organizations {
  const tell = tellOrganizations(connection, client);
  const organizations: Organizations = new Organizations({
    loadAccess,
    openStore: () => openOrganizationStore(openStorage(client), Date.now),
    ...(client.options.mfaCodes && { askMfaCode: (device: string) => askMfaCode(connection, device) }),
    onChange: () => {
      tell(organizations);
      onChange();
    },
    onProgress: () => tell(organizations),
    onError: (error) => connection.console.warn(describe(error)),
  });
  return organizations;
}

/** Failed questions to AWS are told by their sentence alone: what else the error has may name accounts. */
function describe(error: unknown): string {
  const failure = viewFailure(error);
  if (failure !== undefined) return `The organization was not loaded to its end: ${failure.message}`;
  return `Organizations cannot be kept: ${error instanceof Error ? error.message : String(error)}`;
}

function openStorage({ options: { storage } }: Client): TextStorage {
  if (storage === undefined || !storage.startsWith('file:')) return createMemoryStorage();
  return openFolderStorage(fileURLToPath(storage));
}

async function askMfaCode(connection: Connection, device: string): Promise<string> {
  const answer: MfaCodeAnswer | null = await connection.sendRequest(mfaCodeRequest, { device });
  if (answer?.code) return answer.code;
  throw new OrganizationFailure('cancelled', 'No MFA code was given: run the command again when you have one.');
}
