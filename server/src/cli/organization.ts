import { createInterface } from 'node:readline/promises';
import { isComplete, type Organization } from '../organization/organization.ts';
import {
  isOrganizationFailure,
  type LoadProgress,
  type OpenOptions,
  type OrganizationFailure,
  type OrganizationsAccess,
} from '../service/organization-source.ts';
import type { ExitCode } from './check.ts';
import { type OrganizationFormat, renderOrganization } from './render-organization.ts';
import type { Terminal } from './terminal.ts';

export interface OrganizationArguments {
  /** Undefined: the default credential chain. */
  readonly profile?: string;
  readonly format: OrganizationFormat;
}

/**
 * Loads the organization and prints it. 0: all of it; 1: a part of it, the rest being refused or out of reach; 2: nothing.
 */
export async function showOrganization(
  { profile, format }: OrganizationArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const { access } = await import('../aws/index.ts');
  let loaded: Organization | undefined;
  const keep = (organization: Organization) => {
    loaded = organization;
  };
  const failure = await load(access, optionsFor(profile), keep, terminal);
  terminal.showStatus('');
  if (loaded !== undefined) terminal.print(renderOrganization(loaded, format));
  if (failure !== undefined) terminal.note(failure.message);
  if (loaded === undefined) return 2;
  if (isComplete(loaded)) return 0;
  terminal.note('not all of the organization could be loaded: what is missing is left out');
  return 1;
}

/** Tells `keep` what is there so far. Answers why it ended before its time, if it did. */
async function load(
  { openOrganizations }: OrganizationsAccess,
  options: OpenOptions,
  keep: (organization: Organization) => void,
  { showStatus }: Terminal,
): Promise<OrganizationFailure | undefined> {
  const number = new Intl.NumberFormat('en');
  const onProgress = ({ organization, unitsLoaded, unitsKnown, accounts }: LoadProgress) => {
    keep(organization);
    const units = `${number.format(unitsLoaded)} of ${number.format(unitsKnown)} organizational units`;
    showStatus(`loaded ${units}, ${number.format(accounts)} accounts`);
  };
  try {
    showStatus('asking AWS Organizations');
    const source = await openOrganizations(options);
    const first = await source.loadFirst();
    keep(first);
    keep(await source.loadAll(first, onProgress));
    return undefined;
  } catch (error) {
    if (isOrganizationFailure(error)) return error;
    throw error;
  }
}

function optionsFor(profile: string | undefined): OpenOptions {
  const isAttended = process.stdin.isTTY === true && process.stderr.isTTY === true;
  return { ...(profile !== undefined && { profile }), ...(isAttended && { askMfaCode }) };
}

async function askMfaCode(device: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(`MFA code of ${device}: `);
  } finally {
    terminal.close();
  }
}
