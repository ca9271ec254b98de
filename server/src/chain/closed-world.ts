/** What every verdict takes for granted: said once, never as an assumption. */
export const closedWorld =
  'What the workspace attaches is all that is attached. Where no SCP or RCP is in sight, everything is permitted by them; ' +
  'a level with only Deny statements in sight keeps FullAWSAccess, which AWS attaches by default. All accounts are in one ' +
  'partition. VPC endpoint policies and session policies that nothing in the workspace passes are not considered. ' +
  'The caller may choose what callers choose: session name, external id, source identity and session tags.';
