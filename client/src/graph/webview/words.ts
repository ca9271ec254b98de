import type { GraphPicture, PictureHop, PictureRole } from '../../../../server/src/protocol/graph.ts';

/** Names a hop among those of a picture; no id holds a line break. */
export function hopKey({ source, target }: { readonly source: string; readonly target: string }): string {
  return `${source}\n${target}`;
}

/** Labels of roles by their ids. */
export function labelsOf({ roles }: Pick<GraphPicture, 'roles'>): (id: string) => string {
  const labels = new Map(roles.map(({ id, label }) => [id, label]));
  return (id) => labels.get(id) ?? id;
}

const sides: ReadonlyMap<string, string> = new Map(
  Object.entries({
    source: 'Source',
    target: 'Target',
    boundary: 'Permissions boundary',
    scp: 'SCP',
    rcp: 'RCP',
    session: 'Session policy',
  }),
);

/** What a reason speaks of, in words. */
export function sideWord(side: string): string {
  return sides.get(side) ?? side;
}

/** "Allowed, if 2 assumptions hold". */
export function verdictSentence({ state, assumptions }: Pick<PictureHop, 'state' | 'assumptions'>): string {
  if (state === 'blocked') return 'Blocked: AWS refuses the call, whatever the unknown values are';
  if (assumptions.length === 0) return 'Allowed';
  return `Allowed, if ${assumptions.length === 1 ? 'this holds' : 'all of this holds'}`;
}

/** The state of each side that there is. */
export function sideSentences({ locked }: Pick<PictureHop, 'locked'>): readonly string[] {
  const say = (name: string, isLocked: boolean | null) =>
    isLocked === null ? [] : [`${name} side: ${isLocked ? 'locked' : 'open'}`];
  return [...say('Source', locked.source), ...say('Target', locked.target)];
}

/** For screen readers: all that the drawing of a hop shows. */
export function hopSentence(hop: PictureHop, label: (id: string) => string): string {
  return [`${label(hop.source)} to ${label(hop.target)}: ${hop.word}`, ...sideSentences(hop)].join('. ');
}

/** For screen readers: all that the box of a role shows. */
export function roleSentence({ label, kind, group }: PictureRole, outgoing: number, incoming: number): string {
  const where = group === null ? '' : `, ${group}`;
  return `${label}, ${kind}${where}. May assume: ${outgoing}. Assumed by: ${incoming}`;
}

/** A sentence cut where its backticks are: the odd parts are code. */
export function codeParts(sentence: string): readonly { readonly text: string; readonly isCode: boolean }[] {
  return sentence
    .split(/`([^`]*)`/)
    .map((text, index) => ({ text, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** Ids of the roles whose label, id or group holds a text, in their order. */
export function findRoles({ roles }: Pick<GraphPicture, 'roles'>, text: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return roles
    .filter(({ id, label, group }) => [id, label, group ?? ''].some((each) => each.toLowerCase().includes(wanted)))
    .map(({ id }) => id);
}
