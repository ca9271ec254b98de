import { policyKinds } from '../policy/kind.ts';

/** What `rolechain --help` prints. */
export const helpText = `Checks AWS IAM policies and CloudFormation templates, role chains above all.

Usage
  rolechain check [options] [PATH...]   check files and folders; without a path, this folder
  rolechain check [options] --stdin     check the text that comes in
  rolechain graph [options] [PATH...]   show who may assume whom, and which sides are locked
  rolechain explain SOURCE TARGET [PATH...]
                                        why one role may assume another, statement by statement
  rolechain rule ID                     explain a rule: what it finds, why, and what to write instead
  rolechain rules                       list the rules
  rolechain org [options]               print the organization of AWS Organizations: names, ids and paths
  rolechain new --answers FILE --out DIR
                                        write a role chain, both sides locked: templates, SCP, code, commands

Options of check
  --format FORMAT          text (default), json, sarif (2.1.0, for code scanning),
                           github (annotations in a job of GitHub Actions)
  --config FILE            the configuration for all files, instead of the nearest rolechain.config.json
  --kind KIND              what the policies are, where their content or file name does not say it:
                           ${policyKinds.join(', ')}
  --fail-on SEVERITY       exit with 1 from this severity up: error, warning (default), info, hint, never
  --write-baseline         accept what is found now: write it to the baseline that the configuration names,
                           so that only what is new is reported from then on
  --stdin-filename NAME    with --stdin: the file name to read the text under

Options of graph
  --format FORMAT          text (default), json, mermaid, dot (Graphviz), svg
  --from ROLE              only chains that begin there; an id, a name or an ARN
  --to ROLE                only chains that lead there
  --config FILE            as for check; explain takes it too

Options of org
  --profile NAME           the AWS profile to ask with; without it, the default credentials
  --format FORMAT          tree (default), json (to import into the editor), paths (one to a line)

Options of new
  --answers FILE           what the chain is to be, as JSON (schemas/role-chain-answers.schema.json);
                           - reads it from standard input
  --out DIR                the folder to write to; it is made where it is not there
  --force                  overwrite files that are there; without it nothing is written then

Options
  -h, --help               this text
  -v, --version            the version, and how old the data of AWS is

Files
  In folders, files that end with .json, .jsonc, .yaml, .yml or .template are looked at, and those that are
  no policy and no template are passed over. What a .gitignore names is left out, and so are node_modules,
  cdk.out, .aws-sam/build and .git. A path given by name is read all the same, unless the configuration
  ignores it.

Configuration
  rolechain.config.json in the folder of a file or above it, the nearest one: severities, kinds of policies,
  files to ignore, findings to accept. It holds for the command line and for editors.

Examples
  rolechain check
  rolechain check --kind scp guardrails/deny-regions.json
  rolechain check --format json --fail-on error templates > findings.json
  aws iam get-role --role-name deploy | rolechain check --stdin
  rolechain graph --format svg templates > chains.svg
  rolechain explain SourceRole TargetRole templates
  rolechain rule trust-missing-source-arn
  rolechain org --profile security --format json > organization.json
  rolechain new --answers answers.json --out security/s3-repair

Exit codes
  0  nothing at or above --fail-on was found; org: all of the organization is printed; new: all is written
  1  something was found; org: a part of it is printed, the rest could not be loaded
  2  wrong usage, no such role, or a path given by name could not be read; org: AWS did not let it be read;
     new: an answer cannot be used, or a file is in the way

Colours are used on a terminal; NO_COLOR=1 turns them off and FORCE_COLOR=1 on.
`;
