import { closedWorldOf } from '../chain/closed-world.ts';
import type { Locked } from '../chain/lock.ts';
import type { Reason, Verdict } from '../chain/verdict.ts';
import type { Entity, World } from '../role/entity.ts';
import { literalText, textKey } from '../role/text.ts';
import { commandsOf } from './explanation-commands.ts';
import { type FileRange, type Places, reportRole } from './graph-report.ts';
import { groupOf, labelOf } from './graph-words.ts';
import { codeText, markdownText } from './markdown-text.ts';

/** One hop with all that was found of it. */
export interface ExplainedHop {
  readonly world: World;
  readonly source: Entity;
  readonly target: Entity;
  readonly verdict: Verdict;
  /** Undefined where the hop is none of the graph: neither side names the other. */
  readonly locked?: Locked;
}

/** `show` writes a place as Markdown; without it `file:line`. */
export interface ExplanationPlaces extends Places {
  readonly show?: (at: FileRange) => string;
}

/** The whole reasoning of a hop as Markdown, with commands of the AWS CLI at the end that try it for real. */
export function renderExplanation(hop: ExplainedHop, places: ExplanationPlaces): string {
  const { source, target, verdict } = hop;
  const if_ = verdict.assumptions.length > 0 ? ', if' : '';
  return [
    `# ${markdownText(source.id)} → ${markdownText(target.id)}: ${verdict.verdict}${if_}`,
    '',
    summaryOf(hop),
    '',
    ...endsOf(hop, places),
    ...assumptionsOf(verdict),
    ...statementsOf(verdict, places),
    '## Taken for granted',
    '',
    closedWorldOf(hop.world),
    '',
    ...commandsOf(hop),
  ].join('\n');
}

function summaryOf({ verdict, source, target }: ExplainedHop): string {
  const [from, to] = [codeText(source.id), codeText(target.id)];
  if (verdict.verdict === 'blocked')
    return `${from} cannot assume ${to}: whatever the values are that are not known, AWS refuses the call.`;
  return verdict.assumptions.length > 0
    ? `${from} can assume ${to} if what stands under *It rests on* holds.`
    : `${from} can assume ${to}, whatever the values are that are not known.`;
}

/** Who calls, who is assumed, and whose word AWS asks for. */
function endsOf(hop: ExplainedHop, places: ExplanationPlaces): readonly string[] {
  const { source, target, locked } = hop;
  return [
    `- From: ${describe(source, places)}`,
    `- To: ${describe(target, places)}`,
    `- ${sayAccounts(source, target)}`,
    ...(locked === undefined ? ['- Neither side names the other.'] : []),
    ...(locked?.source == null ? [] : [`- Source side: ${locked.source ? lockedSource : openSource}.`]),
    ...(locked?.target == null ? [] : [`- Target side: ${locked.target ? lockedTarget : openTarget}.`]),
    '',
  ];
}

const lockedSource = '**locked**, its permission names one role, in one account or an organization';
const openSource = '**open**, its permission reaches more roles than this one';
const lockedTarget = '**locked**, its trust policy lets in this source alone by what it names';
const openTarget = '**open**, its trust policy lets in more than this source by what it names';

function describe(entity: Entity, places: ExplanationPlaces): string {
  const at = places.ofEntity(entity);
  const role = reportRole(entity, at);
  const group = groupOf(role);
  const where = group === undefined ? '' : `, ${markdownText(group)}`;
  return `${entity.kind} ${codeText(labelOf(role))}${where}${at === undefined ? '' : ` (${show(at, places)})`}`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
function sayAccounts(source: Entity, target: Entity): string {
  if (source.kind === 'service' || source.kind === 'function')
    return 'A service makes the call: the trust policy decides.';
  if (source.kind === 'federated' || source.kind === 'account') return 'Of the source no policy is asked here.';
  const [from, to] = [source.places[0]?.account, target.places[0]?.account];
  const isUnknown = 'Whether both live in one account is not known.';
  if (from === undefined || to === undefined || source.places.length > 1 || target.places.length > 1) return isUnknown;
  if (textKey(from) === textKey(to))
    return 'Both live in one account: a trust policy that names the source is enough; one that names the account leaves it to the permissions of the source.';
  if (literalText(from) === undefined || literalText(to) === undefined) return isUnknown;
  return 'They live in two accounts: the permissions of the source and the trust policy must both allow it.';
}

function assumptionsOf({ assumptions }: Verdict): readonly string[] {
  if (assumptions.length === 0) return [];
  return ['## It rests on', '', ...assumptions.map(({ sentence }) => `- ${markdownText(sentence)}`), ''];
}

/** In the order in which a reader follows a call. */
const sides: readonly (readonly [Reason['side'], string])[] = [
  ['source', 'Permissions of the source'],
  ['boundary', 'Permissions boundary of the source'],
  ['session', 'Session policies'],
  ['scp', 'Service control policies'],
  ['target', 'Trust policy of the target'],
  ['rcp', 'Resource control policies'],
];

const effects = { allow: 'allows', deny: 'denies', none: 'does not allow' } as const;

function statementsOf({ reasons }: Verdict, places: ExplanationPlaces): readonly string[] {
  const sections = sides.flatMap(([side, title]) => {
    const own = reasons.filter((reason) => reason.side === side);
    if (own.length === 0) return [];
    return [`### ${title}`, '', ...own.map((reason) => sayReason(reason, places)), ''];
  });
  return sections.length === 0 ? [] : ['## Statement by statement', '', ...sections];
}

function sayReason(reason: Reason, places: ExplanationPlaces): string {
  const at = places.ofReason(reason);
  const place = at === undefined ? '' : ` (${show(at, places)})`;
  return `- **${effects[reason.effect]}**: ${markdownText(reason.message)}${place}`;
}

function show(at: FileRange, places: ExplanationPlaces): string {
  return places.show?.(at) ?? markdownText(`${at.file}:${at.range.start.line + 1}`);
}
