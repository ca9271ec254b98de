/**
 * A command line to paste into AWS CloudShell, or any shell with the AWS command line and Node.js: prints the
 * organization as `readOrganization` reads it. It asks with the rights of whoever is signed in there.
 */
export const organizationShellCommand = `node -e '
const aws = (...words) => JSON.parse(
  child_process.execFileSync("aws", ["organizations", ...words, "--output", "json"], { maxBuffer: 1e9 }));
const inside = (unit) => ({
  ...unit,
  units: aws("list-organizational-units-for-parent", "--parent-id", unit.id).OrganizationalUnits
    .map(({ Id: id, Name: name }) => inside({ id, name })),
  accounts: aws("list-accounts-for-parent", "--parent-id", unit.id).Accounts
    .map(({ Id: id, Name: name, State, Status }) => ({ id, name, status: State || Status })),
});
const loadedAt = new Date().toISOString();
const { Id: id, Arn, MasterAccountId: managementAccount } = aws("describe-organization").Organization;
const [{ Id, Name }] = aws("list-roots").Roots;
const [, partition] = Arn.split(":");
const root = inside({ id: Id, name: Name });
console.log(JSON.stringify({ version: 1, id, partition, managementAccount, loadedAt, source: "file", root }, null, 2));
'
`;
