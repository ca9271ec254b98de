import { closedWorld } from '../chain/closed-world.ts';
import { roleArn } from '../chain/role-arn.ts';
import type { Verdict } from '../chain/verdict.ts';
import type { Entity, World } from '../role/entity.ts';
import { describeText } from '../role/text.ts';
import type { Places } from './graph-report.ts';

/** One hop with all that was found of it. */
export interface ExplainedHop {
  readonly world: World;
  readonly source: Entity;
  readonly target: Entity;
  readonly verdict: Verdict;
}

/** The whole reasoning of a hop as Markdown, with commands of the AWS CLI at the end that try it for real. */
export function renderExplanation(hop: ExplainedHop, places: Places): string {
  const { source, target, verdict } = hop;
  const { assumptions, reasons } = verdict;
  return [
    `# ${source.id} → ${target.id}: ${verdict.verdict}`,
    '',
    summaryOf(hop),
    '',
    ...section(
      'It rests on these assumptions',
      assumptions.map(({ sentence }) => sentence),
    ),
    ...section(
      'Statement by statement',
      reasons.map((reason) => {
        const at = places.ofReason(reason);
        const place = at === undefined ? '' : ` (${at.file}:${at.range.start.line + 1})`;
        return `**${reason.side}**, ${effects[reason.effect]}: ${reason.message}${place}`;
      }),
    ),
    ...section('Taken for granted', [closedWorld]),
    ...commandsOf(hop),
    '',
  ].join('\n');
}

const effects = { allow: 'allows', deny: 'denies', none: 'says nothing that lets it' } as const;

function summaryOf({ verdict, source, target }: ExplainedHop): string {
  if (verdict.verdict === 'blocked') return `\`${source.id}\` cannot assume \`${target.id}\`.`;
  const if_ = verdict.assumptions.length > 0 ? ', if what is said below holds' : '';
  return `\`${source.id}\` can assume \`${target.id}\`${if_}.`;
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`## ${title}`, '', ...items.map((item) => `- ${item}`), ''];
}

/** Filled in as far as it is known; what is not stands in `<...>`. */
function commandsOf({ world, source, target }: ExplainedHop): readonly string[] {
  if (target.kind !== 'role' || (source.kind !== 'role' && source.kind !== 'user')) return [];
  const [own, other] = [arn(world, source), arn(world, target)];
  return [
    '## Try it',
    '',
    ...(source.kind === 'role'
      ? [
          'With credentials that may assume the source:',
          '',
          '```sh',
          `aws sts assume-role --role-arn '${own}' --role-session-name test-source`,
          '```',
          '',
        ]
      : []),
    'With the credentials of the source:',
    '',
    '```sh',
    `aws sts assume-role --role-arn '${other}' --role-session-name test-hop`,
    '```',
    '',
    'What IAM says of the permission side alone:',
    '',
    '```sh',
    `aws iam simulate-principal-policy --policy-source-arn '${own}' --action-names sts:AssumeRole --resource-arns '${other}'`,
    '```',
  ];
}

function arn(world: World, entity: Entity): string {
  const [place] = entity.places;
  if (place === undefined) return entity.arn ? describeText(entity.arn) : `<ARN of ${entity.id}>`;
  return roleArn(entity, place, world)
    .map((part) => (typeof part === 'string' ? part : `<${part.label.replaceAll('`', '')}>`))
    .join('')
    .replaceAll("'", '');
}
