import type { Hop } from '../chain/graph.ts';
import type { GraphIndex } from '../chain/graph-index.ts';
import { hopStates, stateOfHop } from '../chain/hop-words.ts';
import type { Entity } from '../role/entity.ts';

/** "2 may assume this (1 locked, 1 open) · assumes 5 (5 open), 1 blocked". */
export function describeRole(role: Entity, index: Pick<GraphIndex, 'from' | 'to'>): string {
  const incoming = count(index.to(role));
  const outgoing = count(index.from(role));
  return `${incoming.allowed} may assume this${incoming.rest} · assumes ${outgoing.allowed}${outgoing.rest}`;
}

function count(hops: readonly Hop[]): { readonly allowed: number; readonly rest: string } {
  const states = hops.map(stateOfHop);
  const parts = hopStates.flatMap((state) => {
    const number = states.filter((each) => each === state).length;
    return number > 0 && state !== 'blocked' ? [`${number} ${state}`] : [];
  });
  const blocked = states.filter((state) => state === 'blocked').length;
  const allowed = states.length - blocked;
  const assuming = hops.filter(({ verdict }) => verdict.verdict === 'allowed' && verdict.assumptions.length > 0).length;
  const conditional = assuming > 0 ? `; ${assuming} under assumptions` : '';
  return {
    allowed,
    rest: `${allowed > 0 ? ` (${parts.join(', ')}${conditional})` : ''}${blocked > 0 ? `, ${blocked} blocked` : ''}`,
  };
}
