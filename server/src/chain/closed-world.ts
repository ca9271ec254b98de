import type { World } from '../role/entity.ts';

/** What every verdict takes for granted: said once, never as an assumption. */
export function closedWorldOf(world: Pick<World, 'cutAt'>): string {
  const cut = sayCut(world);
  return cut === undefined ? closedWorld : `${cut} Beside that: ${closedWorld}`;
}

/** Where files of the workspace were not read, a sentence that says so. */
export function sayCut({ cutAt }: Pick<World, 'cutAt'>): string | undefined {
  if (cutAt === undefined) return undefined;
  return `Only the first ${cutAt.toLocaleString('en')} files of this workspace were read; hops to roles in others are not shown, and policies in others may change those that are.`;
}

const closedWorld =
  'What the workspace attaches is all that is attached. Where no SCP or RCP is in sight, everything is permitted by them; ' +
  'a level with only Deny statements in sight keeps FullAWSAccess, which AWS attaches by default. An account is a member ' +
  'account unless the imported organization says that it is the management account, which SCPs and RCPs do not bind. An ' +
  'account that the workspace says to be the account of a role is none of those that a stack set deploys to through a ' +
  'unit, unless the imported organization says so. All accounts are in one partition. VPC endpoint policies and session ' +
  'policies that nothing in the workspace passes are not considered. The caller may choose what callers choose: session ' +
  'name, external id, source identity and session tags, as far as AssumeRole accepts them. A session ' +
  'brings no source identity and no transitive tags along with which its role can do without.';
