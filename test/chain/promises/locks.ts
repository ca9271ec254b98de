import { buildGraph } from '../../../server/src/chain/graph.ts';
import type { Entity, Place } from '../../../server/src/role/entity.ts';
import type { Grant } from '../../../server/src/role/grant.ts';
import { judge } from './judge.ts';
import type { ChainCase } from './scene.ts';

/** How often a side was said to be locked. */
export interface LockTally {
  source: number;
  target: number;
}

/**
 * Lets strangers try the statements that open a hop of which a side is said to be locked. Says who gets through;
 * undefined: nobody. Of the case all must be known: what is not may be the stranger.
 */
export function strangerIn(chain: ChainCase, tally: LockTally): string | undefined {
  const { source, target } = chain;
  const hop = buildGraph(chain.world).hops.find((each) => each.source === source && each.target === target);
  if (hop?.locked.target) tally.target++;
  if (hop?.locked.source) tally.source++;
  const tries = [...(hop?.locked.target ? callers(chain) : []), ...(hop?.locked.source ? aims(chain) : [])];
  return tries.find(([, stranger]) => isOpen(stranger))?.[0];
}

type Try = readonly [who: string, stranger: ChainCase];

/** Other roles that may call whatever they want. Names of roles are unique in an account, whatever their path. */
function callers(chain: ChainCase): readonly Try[] {
  const free: Entity = { ...chain.source, permissions: [anything] };
  const trust = chain.target.trust?.filter((grant) =>
    isOpen(between(chain, free, { ...chain.target, trust: [grant] })),
  );
  const open: Entity = { ...chain.target, trust: trust ?? [] };
  return [
    ['a role of another name', between(chain, { ...free, id: 'Stranger', name: ['stranger'] }, open)],
    [
      'the role of that name in another account',
      between(chain, { ...free, id: 'Stranger', places: elsewhere(chain.source) }, open),
    ],
  ];
}

/** Other roles that leave it to the account of the source whom it lets assume them. */
function aims(chain: ChainCase): readonly Try[] {
  const free: Entity = { ...chain.target, trust: [trusting(chain.source)] };
  const permissions = chain.source.permissions.filter((grant) =>
    isOpen(between(chain, { ...chain.source, permissions: [grant] }, free)),
  );
  const open: Entity = { ...chain.source, permissions };
  return [
    ['to a role of another name', between(chain, open, { ...free, id: 'Stranger', name: ['stranger'] })],
    ['to a role of another path', between(chain, open, { ...free, id: 'Stranger', path: ['/elsewhere/'] })],
    [
      'to the role of that name in another account',
      between(chain, open, { ...free, id: 'Stranger', places: elsewhere(chain.target) }),
    ],
  ];
}

/** What the evaluator of the tests says, which shares nothing with the engine. */
function isOpen(chain: ChainCase): boolean {
  return judge(chain, Number.POSITIVE_INFINITY).some;
}

/** An account that nobody names, in no organization or in one that nobody names. */
function elsewhere({ places: [place] }: Entity): readonly Place[] {
  const isInOrganization = place?.organizationPath !== undefined && place.organizationPath !== 'none';
  const organizationPath = isInOrganization ? (['o-cccccccccc/r-aaaa/ou-aaaa-11111111/'] as const) : 'none';
  return [{ account: ['555566667777'], organizationPath, isManagement: false }];
}

const everything = { negated: false, values: [['*']], complete: true };

const anything: Grant = {
  effect: 'Allow',
  origin: { file: 'template.yaml', fragment: 'Stranger', policy: 0, statement: 0, label: 'anything' },
  actions: everything,
  resources: everything,
  conditions: [],
  complete: true,
};

function trusting({ places: [place] }: Entity): Grant {
  const { resources: _, ...grant } = anything;
  return {
    ...grant,
    principals: { negated: false, values: [{ type: 'AWS', value: place?.account ?? [] }], complete: true },
  };
}

function between({ world }: ChainCase, source: Entity, target: Entity): ChainCase {
  return { world: { ...world, entities: [source, target] }, source, target };
}
