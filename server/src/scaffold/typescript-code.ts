import type { ChainPlan } from './chain-plan.ts';
import { describeFirstHop } from './first-hop.ts';
import { sessionPolicyFile } from './session-policy.ts';
import type { WrittenFile } from './written-file.ts';

/** Both hops with the AWS SDK for JavaScript v3. */
export function writeTypeScriptCode(plan: ChainPlan): WrittenFile {
  const { answers, target, targets, partition, dnsSuffix, source } = plan;
  const { region } = answers.source;
  const given =
    targets.kind === 'account' ? `run: string, account = '${targets.account}'` : 'account: string, run: string';
  const lines = [
    "import { readFileSync } from 'node:fs';",
    ...(region === undefined ? ["import { env } from 'node:process';"] : []),
    "import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';",
    '',
    region === undefined ? "const region = env.AWS_REGION ?? '';" : `const region = '${region}';`,
    `const endpoint = \`https://sts.\${region}.${dnsSuffix}\`;`,
    `const sessionPolicy: unknown = JSON.parse(readFileSync(new URL('./${sessionPolicyFile}', import.meta.url), 'utf8'));`,
    '',
    '/**',
    ` * The credentials of ${target.name} in one account, assumed from ${source.name}: for \`credentials\` of any client of the SDK.`,
    ' * `run` is in its CloudTrail as the name of the session.',
    ' */',
    `export async function targetCredentials(${given}) {`,
    `  // First hop: ${describeFirstHop(plan)}`,
    '  const sts = new STSClient({ region, endpoint });',
    '  // Second hop. No run may do more than the session policy says; a chained session lasts an hour at most.',
    '  const { Credentials: given } = await sts.send(',
    '    new AssumeRoleCommand({',
    `      RoleArn: \`arn:${partition}:iam::\${account}:role${target.suffix}\`,`,
    "      RoleSessionName: run.replace(/[^A-Za-z0-9_=,.@-]/g, '-').slice(0, 64),",
    '      Policy: JSON.stringify(sessionPolicy),',
    '      DurationSeconds: 900,',
    '    }),',
    '  );',
    '  if (!given?.AccessKeyId || !given.SecretAccessKey || !given.SessionToken)',
    "    throw new Error('AWS STS answered without credentials.');",
    '  return {',
    '    accessKeyId: given.AccessKeyId,',
    '    secretAccessKey: given.SecretAccessKey,',
    '    sessionToken: given.SessionToken,',
    '    ...(given.Expiration && { expiration: given.Expiration }),',
    '  };',
    '}',
  ];
  return { path: 'assume-target.ts', text: `${lines.join('\n')}\n`, title: 'Code for both hops, TypeScript' };
}
