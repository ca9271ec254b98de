import type { Graph } from '../chain/graph.ts';
import { stateOf } from '../chain/hop-words.ts';
import { selectChains } from '../chain/select.ts';
import { reportRole } from '../export/graph-report.ts';
import { labelOf } from '../export/graph-words.ts';
import type { GraphFilter, GraphFocus, GraphParams } from '../protocol/graph.ts';
import type { Entity } from '../role/entity.ts';
import type { Chains } from './chains.ts';
import { isFile, pathOf } from './document-uri.ts';
import { entitiesAt } from './graph-focus.ts';

/** The part of the graph that a question is about. */
export interface Selected {
  readonly graph: Graph;
  readonly title: string;
  /** As ids or as a file; null: the workspace. */
  readonly focus: GraphFocus | null;
  readonly meant: readonly Entity[];
  /** The focus names nothing of the graph any more. */
  readonly isGone: boolean;
}

/** Takes the chains that a question is about, and of them what its filter leaves. */
export function selectGraph(chains: Chains, { focus, filter }: GraphParams): Selected {
  const all = chains.graph();
  const { meant, ...rest } = findFocus(all, chains, focus);
  const ofFocus = rest.focus === null ? all : throughAny(all, meant);
  return { ...rest, meant, graph: applyFilter(ofFocus, filter, meant) };
}

type Focused = Omit<Selected, 'graph'>;

function findFocus(graph: Graph, chains: Chains, focus: GraphFocus | undefined): Focused {
  const whole: Focused = { title: 'Roles of the workspace', focus: null, meant: [], isGone: false };
  if (focus === undefined) return whole;
  if ('roles' in focus) {
    const meant = graph.entities.filter(({ id }) => focus.roles.includes(id));
    const title = titleOf(meant.length > 0 ? meant.map(nameOf) : focus.roles);
    return { title, focus, meant, isGone: meant.length === 0 };
  }
  if (!isFile(focus.uri)) return whole;
  const path = pathOf(focus.uri);
  const { entities, isExact } = entitiesAt(graph, chains, path, focus.position);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isExact) {
    const roles = { roles: entities.map(({ id }) => id) };
    return { title: titleOf(entities.map(nameOf)), focus: roles, meant: entities, isGone: false };
  }
  // A question for a position was asked once, by a command; for a file alone it is asked again and again.
  if (entities.length === 0 && focus.position !== undefined) return whole;
  const isGone = entities.length === 0;
  return { title: `Chains of ${name}`, focus: { uri: focus.uri }, meant: entities, isGone };
}

function titleOf(names: readonly string[]): string {
  const [first = '', ...more] = names;
  if (more.length > 1) return `Chains of ${first} and ${more.length} more`;
  return `Chain of ${[first, ...more].join(' and ')}`;
}

function nameOf(entity: Entity): string {
  return labelOf(reportRole(entity, undefined));
}

/** Whom these reach and who reaches them. */
function throughAny(graph: Graph, meant: readonly Entity[]): Graph {
  const parts = [selectChains(graph, { from: meant }), selectChains(graph, { to: meant })];
  const entities = new Set(parts.flatMap((part) => part.entities));
  const hops = new Set(parts.flatMap((part) => part.hops));
  return {
    ...graph,
    entities: graph.entities.filter((each) => entities.has(each)),
    hops: graph.hops.filter((each) => hops.has(each)),
  };
}

function applyFilter(graph: Graph, filter: GraphFilter | undefined, meant: readonly Entity[]): Graph {
  const { name = '', states } = filter ?? {};
  const named = name.trim() === '' ? graph : throughAny(graph, findNamed(graph, name.trim()));
  if (states === undefined) return named;
  const hops = named.hops.filter(({ verdict: { verdict }, locked }) => states.includes(stateOf({ verdict, locked })));
  const seen = new Set<Entity>([...meant, ...hops.flatMap(({ source, target }) => [source, target])]);
  return { ...named, hops, entities: named.entities.filter((each) => seen.has(each)) };
}

function findNamed({ entities }: Graph, name: string): readonly Entity[] {
  const wanted = name.toLowerCase();
  return entities.filter((entity) => {
    const role = reportRole(entity, undefined);
    return [role.id, labelOf(role), role.account ?? ''].some((each) => each.toLowerCase().includes(wanted));
  });
}
