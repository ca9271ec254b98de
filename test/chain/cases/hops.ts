import type { GraphJson } from './graph-of.ts';

/** A hop as a case expects it. */
export interface ExpectedHop {
  /** Id or name. */
  readonly source: string;
  readonly target: string;
  readonly verdict: 'allowed' | 'blocked';
  /** One for each assumption: text that its sentence has in it, in any order. */
  readonly assumptions: readonly string[];
  /** Only what the case is about. */
  readonly locked?: { readonly source?: boolean | null; readonly target?: boolean | null };
}

type Hop = GraphJson['hops'][number];

/** What differs, as sentences; nothing where all is as expected. */
export function compareHops(graph: GraphJson, expected: readonly ExpectedHop[]): readonly string[] {
  const wanted = expected.flatMap((each) => {
    const found = graph.hops.filter((hop) => isSame(graph, hop, each));
    // Where a pattern that matches nothing names a role of the same name, the role of the workspace is meant.
    const hop = found.find((each) => isBetweenOwn(graph, each)) ?? found[0];
    return hop === undefined ? [`${each.source} -> ${each.target} is not listed`] : differences(hop, each);
  });
  const unwanted = graph.hops
    .filter((hop) => isBetweenOwn(graph, hop) && !expected.some((each) => isSame(graph, hop, each)))
    .map((hop) => `${hop.source} -> ${hop.target} is listed (${hop.verdict}), and not expected`);
  return [...wanted, ...unwanted];
}

/** The expectations as the graph has it; which hops to list and which locks to tell stays as it was. */
export function updatedHops(graph: GraphJson, before: readonly ExpectedHop[]): readonly ExpectedHop[] {
  return graph.hops.flatMap((hop) => {
    const known = before.find((each) => isSame(graph, hop, each));
    if (known === undefined && !isBetweenOwn(graph, hop)) return [];
    const { source, target } = known ?? hop;
    const { verdict, assumptions } = hop;
    const isAsBefore = known !== undefined && differsInAssumptions(hop, known) === undefined;
    const keys = known === undefined ? (['source', 'target'] as const) : keysOf(known);
    const locked = Object.fromEntries(keys.map((key) => [key, hop.locked[key]]));
    return [
      {
        source,
        target,
        verdict,
        assumptions: isAsBefore ? known.assumptions : assumptions,
        ...(keys.length > 0 && { locked }),
      },
    ];
  });
}

function differences(hop: Hop, expected: ExpectedHop): readonly string[] {
  const name = `${expected.source} -> ${expected.target}`;
  const assumed = differsInAssumptions(hop, expected);
  return [
    ...(hop.verdict === expected.verdict ? [] : [`${name} is ${hop.verdict}, not ${expected.verdict}`]),
    ...(assumed === undefined ? [] : [`${name}: ${assumed}`]),
    ...keysOf(expected).flatMap((key) =>
      hop.locked[key] === expected.locked?.[key]
        ? []
        : [`${name}: locked.${key} is ${hop.locked[key]}, not ${expected.locked?.[key]}`],
    ),
  ];
}

/** Each expected text is in a sentence of its own. */
function differsInAssumptions(hop: Hop, expected: ExpectedHop): string | undefined {
  const left = [...hop.assumptions];
  for (const text of expected.assumptions) {
    const index = left.findIndex((sentence) => sentence.includes(text));
    if (index === -1) return `no assumption about ${text} among ${JSON.stringify(hop.assumptions)}`;
    left.splice(index, 1);
  }
  return left.length > 0 ? `assumes ${JSON.stringify(left)} besides` : undefined;
}

function keysOf({ locked }: ExpectedHop): readonly ('source' | 'target')[] {
  return (['source', 'target'] as const).filter((key) => locked?.[key] !== undefined);
}

function isSame(graph: GraphJson, hop: Hop, expected: ExpectedHop): boolean {
  return names(graph, hop.source).includes(expected.source) && names(graph, hop.target).includes(expected.target);
}

function names(graph: GraphJson, id: string): readonly string[] {
  const role = graph.roles.find((each) => each.id === id);
  return [id, id.slice(id.lastIndexOf('#') + 1), ...(role?.name ? [role.name] : [])];
}

/** Hops from services and accounts, to `anyone`, and to roles that are only named are there beside those of a case. */
function isBetweenOwn(graph: GraphJson, { source, target }: Hop): boolean {
  return [source, target].every((id) => {
    const role = graph.roles.find((each) => each.id === id);
    return role !== undefined && role.file !== null && ['role', 'function', 'user'].includes(role.kind);
  });
}
