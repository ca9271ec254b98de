import type { ChainPlan } from './chain-plan.ts';
import { describeFirstHop } from './first-hop.ts';
import { sessionPolicyFile } from './session-policy.ts';
import type { WrittenFile } from './written-file.ts';

/** Both hops with boto3: the credentials that are there, then the target role, for one run. */
export function writePythonCode(plan: ChainPlan): WrittenFile {
  const { answers, target, targets, partition, dnsSuffix } = plan;
  const { region, kind } = answers.source;
  const account = targets.kind === 'account' ? targets.account : undefined;
  const argument = account === undefined ? 'account: str, run: str' : `run: str, account: str = "${account}"`;
  const lines = [
    `"""Works as ${target.name} in another account: assumes it from ${plan.source.name}, for one run."""`,
    '',
    'import json',
    ...(region === undefined ? ['import os'] : []),
    'import re',
    ...(kind === 'function' ? [] : ['import sys']),
    'from pathlib import Path',
    '',
    'import boto3',
    '',
    region === undefined ? 'REGION = os.environ["AWS_REGION"]' : `REGION = "${region}"`,
    `TARGET_ROLE = "arn:${partition}:iam::{account}:role${target.suffix}"`,
    `SESSION_POLICY = json.loads(Path(__file__).with_name("${sessionPolicyFile}").read_text(encoding="utf-8"))`,
    '',
    '',
    `def target_session(${argument}) -> boto3.Session:`,
    '    """The target role in one account. `run` is in its CloudTrail as the name of the session."""',
    `    # First hop: ${describeFirstHop(plan)}`,
    `    sts = boto3.client("sts", region_name=REGION, endpoint_url=f"https://sts.{REGION}.${dnsSuffix}")`,
    '    # Second hop. No run may do more than the session policy says; a chained session lasts an hour at most.',
    '    answer = sts.assume_role(',
    '        RoleArn=TARGET_ROLE.format(account=account),',
    '        RoleSessionName=re.sub(r"[^A-Za-z0-9_=,.@-]", "-", run)[:64],',
    '        Policy=json.dumps(SESSION_POLICY, separators=(",", ":")),',
    '        DurationSeconds=900,',
    '    )',
    '    credentials = answer["Credentials"]',
    '    return boto3.Session(',
    '        aws_access_key_id=credentials["AccessKeyId"],',
    '        aws_secret_access_key=credentials["SecretAccessKey"],',
    '        aws_session_token=credentials["SessionToken"],',
    '        region_name=REGION,',
    '    )',
    '',
    '',
    ...(kind === 'function' ? handler(account) : script(account)),
  ];
  return { path: 'assume_target.py', text: `${lines.join('\n')}\n`, title: 'Code for both hops, Python' };
}

function handler(account: string | undefined): readonly string[] {
  const given = account === undefined ? 'event["account"], context.aws_request_id' : 'context.aws_request_id';
  return [
    'def handler(event, context):',
    `    session = target_session(${given})`,
    '    return session.client("sts", region_name=REGION).get_caller_identity()["Arn"]',
  ];
}

function script(account: string | undefined): readonly string[] {
  const given = account === undefined ? 'sys.argv[1], sys.argv[2]' : 'sys.argv[1]';
  return [
    'if __name__ == "__main__":',
    `    session = target_session(${given})`,
    '    print(session.client("sts", region_name=REGION).get_caller_identity()["Arn"])',
  ];
}
