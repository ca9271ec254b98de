import { findPartition } from '../catalog/partitions.ts';
import { plain } from '../edit/change.ts';
import { fill, isList, isMarked, sub, type Writable } from '../edit/writable.ts';
import type { Answers } from './answers.ts';
import { wholeOrganizationPath } from './check-names.ts';
import { partitionOf } from './fit-answers.ts';

/** The answers with everything worked out that several files say. */
export interface ChainPlan {
  readonly answers: Answers;
  readonly partition: string;
  /** What host names of services end in. */
  readonly dnsSuffix: string;
  readonly source: RolePlan;
  readonly target: RolePlan;
  readonly targets: TargetsPlan;
  readonly format: 'template' | 'json';
  readonly permissions: readonly string[];
}

export interface RolePlan {
  readonly name: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  /** As ARNs have it behind `role`: `/SecurityOperations/SecurityAutoremediation`. */
  readonly suffix: string;
}

export type TargetsPlan =
  | { readonly kind: 'units' /** With its slash. */; readonly path: string; readonly unit: string }
  | { readonly kind: 'account'; readonly account: string };

export function planChain(answers: Answers): ChainPlan {
  const partition = partitionOf(answers);
  return {
    answers,
    partition,
    dnsSuffix: findPartition(partition)?.dnsSuffix ?? 'amazonaws.com',
    source: planRole(answers.sourceRole),
    target: planRole(answers.targetRole),
    targets: planTargets(answers.targets),
    format: answers.format ?? 'template',
    permissions: [...new Set(answers.permissions)],
  };
}

function planRole({ name, path = '/' }: Answers['sourceRole']): RolePlan {
  return { name, path, suffix: `${path}${name}` };
}

function planTargets(targets: Answers['targets']): TargetsPlan {
  if ('account' in targets) return { kind: 'account', account: targets.account };
  const path = wholeOrganizationPath(targets.organizationPath);
  return { kind: 'units', path, unit: path.split('/').at(-2) ?? '' };
}

/** The parts of an ARN of the source's account: CloudFormation's pseudo parameters in a template, else what is known. */
export interface SourceArnParts {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export function sourceArnParts({ answers: { source }, partition, format }: ChainPlan): SourceArnParts {
  if (format === 'template')
    return { partition: '${AWS::Partition}', region: '${AWS::Region}', account: '${AWS::AccountId}' };
  // Answers for JSON have both where they are needed.
  return { partition, region: source.region ?? '*', account: source.account ?? '*' };
}

/** A text for a policy: an `Fn::Sub` where it holds pseudo parameters. */
export function policyText(text: string): Writable {
  return text.includes('${') ? sub(text) : fill(text);
}

/** The value as plain data, for a file of JSON. */
export function asData(value: Writable): unknown {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map(asData);
  if (isMarked(value)) return 'parts' in value ? plain(value.parts) : undefined;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asData(each)]));
}

/** Text of a file of JSON. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Known of the plan, or a word for a person to replace. */
export function known(value: string | undefined, placeholder: string): string {
  return value ?? `<${placeholder}>`;
}
