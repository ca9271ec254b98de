import type { Graph, Hop } from '../chain/graph.ts';
import { type GraphIndex, indexGraph } from '../chain/graph-index.ts';
import {
  describeLocks,
  describePlaces,
  isOutOfSight,
  quoteTitle,
  sayOutOfSight,
  wordOfHop,
} from '../chain/hop-words.ts';
import { indexMentions } from '../chain/mention-index.ts';
import type { Reason } from '../chain/verdict.ts';
import type { Entity } from '../role/entity.ts';
import type { FragmentPlace } from './fragment-place.ts';
import { describeRole } from './role-lens.ts';
import type { RolesAt } from './roles-at.ts';

/** A part of a hover. What a user wrote stands in backticks, all else is ours. */
export interface HoverBlock {
  readonly title: string;
  /** Sentences without a full stop. */
  readonly details: readonly string[];
}

const mostHops = 5;
const mostNames = 10;
const mostReasons = 6;

/** Tells of a role, or of each hop that a value opens, what is known of it. */
export function hoverRoles(place: FragmentPlace, at: RolesAt, graph: Graph): readonly HoverBlock[] {
  const index = indexGraph(graph);
  if (at.type === 'declaration') return at.entities.map((entity) => describeEntity(entity, index, graph));
  const hops = hopsAt(place, at, graph);
  if (hops.length === 0) return cut(at.entities.map((entity) => describeEntity(entity, index, graph)));
  return cut(hops.map(describeHop));
}

/** The hops that a value of a statement is about: between whom the policy belongs to and whom the value names. */
export function hopsAt({ file, fragment }: FragmentPlace, { mentions }: RolesAt, graph: Graph): readonly Hop[] {
  const [graphIndex, mentionIndex] = [indexGraph(graph), indexMentions(graph)];
  const hops = mentions.flatMap(({ who, grant }) => {
    const owners = mentionIndex.ownersOf({ file, fragment, policy: grant.origin.policy });
    const meant = mentionIndex.meant(who);
    return owners.flatMap(({ entity, as }) =>
      meant.flatMap(
        (other) => (as === 'trust' ? graphIndex.between(other, entity) : graphIndex.between(entity, other)) ?? [],
      ),
    );
  });
  return [...new Set(hops)];
}

export function describeHop(hop: Hop): HoverBlock {
  const { source, target, verdict } = hop;
  const isBlocked = verdict.verdict === 'blocked';
  const [one, other] = [quoteTitle(source), quoteTitle(target)];
  const title = isBlocked ? `${one} cannot assume ${other}` : `${one} may assume ${other}${ifAssumed(hop)}`;
  return {
    title,
    details: [
      ...(isBlocked ? [] : [capital(describeLocks(hop))]),
      ...verdict.assumptions.map(({ sentence }) => `Taken for true: ${sentence}`),
      ...deciding(verdict.reasons, isBlocked),
    ],
  };
}

function ifAssumed({ verdict }: Hop): string {
  return verdict.assumptions.length > 0 ? ', if what is taken for true here holds' : '';
}

/** Of an allowed hop, the statements that let it through; of a blocked one, all that keeps it. */
function deciding(reasons: readonly Reason[], isBlocked: boolean): readonly string[] {
  const told = [
    ...new Set(reasons.filter(({ effect }) => isBlocked || effect === 'allow').map(({ message }) => message)),
  ];
  const more = told.length - mostReasons;
  return more > 0 ? [...told.slice(0, mostReasons), `And ${more} more statements`] : told;
}

function describeEntity(entity: Entity, index: GraphIndex, { world }: Graph): HoverBlock {
  const kind = entity.kind === 'role' || entity.kind === 'user' ? `${entity.kind} ` : '';
  const place = describePlaces(entity);
  const title = `${kind}${quoteTitle(entity)}${place === undefined ? '' : `, ${place}`}`;
  if (isOutOfSight(entity)) return { title: capital(title), details: [capital(sayOutOfSight(world))] };
  if (entity.kind !== 'role' && entity.kind !== 'user')
    return { title: capital(title), details: names('assume', index.from(entity), ({ target }) => target) };
  return {
    title: capital(title),
    details: [
      describeRole(entity, index),
      ...names('be assumed by', index.to(entity), ({ source }) => source),
      ...names('assume', index.from(entity), ({ target }) => target),
    ],
  };
}

/** "May assume `a` (locked), `b` (open, if)", and what is blocked though one side names the other. */
function names(verb: string, hops: readonly Hop[], otherOf: (hop: Hop) => Entity): readonly string[] {
  const list = (all: readonly Hop[], show: (hop: Hop) => string) => {
    const more = all.length - mostNames;
    return all.slice(0, mostNames).map(show).join(', ') + (more > 0 ? ` and ${more} more` : '');
  };
  const allowed = hops.filter(({ verdict }) => verdict.verdict === 'allowed');
  const blocked = hops.filter(({ verdict }) => verdict.verdict === 'blocked');
  const quoted = (hop: Hop) => quoteTitle(otherOf(hop));
  return [
    ...(allowed.length > 0 ? [`May ${verb} ${list(allowed, (hop) => `${quoted(hop)} (${wordOfHop(hop)})`)}`] : []),
    ...(blocked.length > 0 ? [`Cannot ${verb} ${list(blocked, quoted)}, though one side names the other`] : []),
  ];
}

function cut(blocks: readonly HoverBlock[]): readonly HoverBlock[] {
  const more = blocks.length - mostHops;
  return more > 0 ? [...blocks.slice(0, mostHops), { title: `And ${more} more`, details: [] }] : blocks;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
