import { type Call, type CallDemand, type Note, newCall } from './call.ts';
import { candidatesOf } from './candidate.ts';
import type { KnownText } from './describe.ts';
import { type Assigned, type Environment, nothingAssigned, type Variable } from './environment.ts';
import { knownTexts, type Request } from './request.ts';
import { isPossible } from './same-account.ts';
import type { Truth } from './truth.ts';

/** What some values of what is not known make of a claim. */
export type Found =
  /** True under the environment, whatever else is not known. */
  | { readonly type: 'holds'; readonly environment: Environment; readonly assumed: readonly Variable[] }
  /** No values make it true. */
  | { readonly type: 'never' }
  /** Neither was found. */
  | { readonly type: 'undecided' };

/** How often a claim is evaluated at most. */
export interface Budget {
  /** For the proof that it can hold, or cannot. */
  readonly evaluations: number;
  /** To find fewer assumptions than the proof needed. In one of 200 random hops, more would find one less. */
  readonly forFewer: number;
}

export const usualBudget: Budget = { evaluations: 1_500, forFewer: 200 };

/**
 * Looks for the fewest assumptions under which a claim holds. What the caller chooses costs nothing. The order of
 * variables and values is that in which the claim asks for them, so that the answer is the same every time.
 */
export function findAssumptions(request: Request, claim: (call: Call) => Truth, budget: Budget = usualBudget): Found {
  const search: Search = { request, claim, left: budget.evaluations, isComplete: true, ranOut: false };
  const root = nodeOf(nothingAssigned);
  const witness = prove(search, root);
  if (witness === undefined) {
    return { type: search.isComplete && !search.ranOut ? 'never' : 'undecided' };
  }
  const few = withoutNeedless(search, witness);
  const most = assumedIn(request, few).length;
  search.left = budget.forFewer;
  for (let depth = 0; depth < most; depth++) {
    const found = deepen(search, root, depth, new Set());
    if (found !== undefined) return holds(request, withoutNeedless({ ...search, left: 100 }, found));
  }
  return holds(request, few);
}

function holds(request: Request, environment: Environment): Found {
  return { type: 'holds', environment, assumed: assumedIn(request, environment) };
}

interface Search {
  readonly request: Request;
  readonly claim: (call: Call) => Truth;
  left: number;
  /** False: values that matter may have been left out. */
  isComplete: boolean;
  ranOut: boolean;
}

/** In the order in which the evaluation meets them. */
function assumedIn({ variables }: Request, environment: Environment): readonly Variable[] {
  return [...variables.values()].filter(({ id, isChoice }) => !isChoice && environment.has(id));
}

interface Evaluated {
  readonly truth: Truth;
  readonly notes: readonly Note[];
}

/** What is assumed so far, and what came of it: the search comes by more than once, and pays each time. */
interface Node {
  readonly environment: Environment;
  evaluated?: Evaluated;
  asked?: readonly Asked[];
  /** By the id of the variable that is given a value next. */
  readonly next: Map<string, Next>;
}

interface Next {
  readonly nodes: readonly Node[];
  readonly isComplete: boolean;
}

function nodeOf(environment: Environment): Node {
  return { environment, next: new Map() };
}

function evaluate(search: Search, node: Node): Evaluated {
  if (search.left <= 0) {
    search.ranOut = true;
    return { truth: false, notes: [] };
  }
  node.evaluated ??= evaluateUnder(search, node.environment);
  // What is open costs time.
  search.left -= 1 + Math.floor(node.evaluated.notes.length / 16);
  return node.evaluated;
}

function evaluateUnder({ request, claim }: Search, environment: Environment): Evaluated {
  const call = newCall(request, environment);
  const truth = isPossible(call) ? claim(call) : false;
  return { truth, notes: call.notes };
}

/** Tries every value of one variable after another: if none makes the claim true, none does. */
function prove(search: Search, node: Node): Environment | undefined {
  const { truth, notes } = evaluate(search, node);
  if (truth !== undefined) return truth ? node.environment : undefined;
  const next = mostAsked(askedIn(search, node, notes));
  if (next === undefined) {
    search.isComplete = false;
    return undefined;
  }
  const { nodes, isComplete } = nextOf(search, node, next);
  for (const each of nodes) {
    const found = prove(search, each);
    if (found !== undefined) return found;
    if (search.ranOut) return undefined;
  }
  if (!isComplete) search.isComplete = false;
  return undefined;
}

/** Choices first, since what they open up is then seen; then what most comparisons wait for. */
function mostAsked(asked: readonly Asked[]): Asked | undefined {
  const free = asked.filter(({ isEntangled }) => !isEntangled);
  const choices = free.filter(({ variable }) => variable.isChoice);
  const candidates = choices.length > 0 ? choices : free.length > 0 ? free : asked;
  return candidates.reduce<Asked | undefined>(
    (best, each) => (best === undefined || each.demands.length > best.demands.length ? each : best),
    undefined,
  );
}

/** Tries to make the claim true with so many assumptions and any choices. */
function deepen(search: Search, node: Node, depth: number, tried: ReadonlySet<string>): Environment | undefined {
  const { truth, notes } = evaluate(search, node);
  if (truth !== undefined) return truth ? node.environment : undefined;
  const asked = askedIn(search, node, notes);
  const choice = asked.find(({ variable }) => variable.isChoice);
  const nexts = choice === undefined ? (depth === 0 ? [] : asked) : [choice];
  const done = new Set(tried);
  for (const next of nexts) {
    if (done.has(next.variable.id)) continue;
    for (const each of nextOf(search, node, next).nodes) {
      const found = deepen(search, each, next.variable.isChoice ? depth : depth - 1, done);
      if (found !== undefined || search.ranOut) return found;
    }
    if (!next.variable.isChoice) done.add(next.variable.id);
  }
  return undefined;
}

/** Leaves out each assumption that the others do without. */
function withoutNeedless(search: Search, environment: Environment): Environment {
  let few = environment;
  for (const variable of assumedIn(search.request, environment).toReversed()) {
    const fewer = new Map(few);
    fewer.delete(variable.id);
    search.left = Math.max(search.left, 1);
    if (evaluate(search, nodeOf(fewer)).truth === true) few = fewer;
  }
  return few;
}

function askedIn(search: Search, node: Node, notes: readonly Note[]): readonly Asked[] {
  node.asked ??= variablesIn(search, notes, node.environment);
  return node.asked;
}

/** A node for each value of a variable. */
function nextOf(search: Search, node: Node, { variable, demands }: Asked): Next {
  // To tell patterns apart takes about as long as so many evaluations.
  search.left -= demands.filter(({ type }) => type === 'pattern').length * 5;
  const known = node.next.get(variable.id);
  if (known !== undefined) return known;
  const { environment } = node;
  const { values, isComplete } = candidatesOf(variable, demands, environment, () =>
    textsIn(search.request, environment),
  );
  const next: Next = { nodes: values.map((value) => nodeOf(assign(environment, variable, value))), isComplete };
  node.next.set(variable.id, next);
  return next;
}

function assign(environment: Environment, { id }: Variable, value: Assigned): Environment {
  return new Map(environment).set(id, value);
}

interface Asked {
  readonly variable: Variable;
  readonly demands: CallDemand[];
  isEntangled: boolean;
}

function variablesIn({ request }: Search, notes: readonly Note[], environment: Environment): readonly Asked[] {
  const accounts = accountIds(request);
  const found = new Map<string, Asked>();
  for (const { variable, demand } of notes) {
    if (environment.has(variable.id)) continue;
    let asked = found.get(variable.id);
    if (asked === undefined) {
      asked = { variable, demands: [], isEntangled: false };
      found.set(variable.id, asked);
    }
    asked.demands.push(demand);
    if (demand.type === 'entangled') asked.isEntangled = true;
  }
  // What a policy leaves open is said to be the account of a role, rather than the other way around.
  const isAccount = ({ variable }: Asked) => accounts.has(variable.id);
  const all = [...found.values()];
  return [...all.filter((each) => !isAccount(each)), ...all.filter(isAccount)];
}

function accountIds({ sourcePlace, targetPlace }: Request): ReadonlySet<string> {
  const parts = [...sourcePlace.account, ...targetPlace.account];
  return new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.unknown])));
}

/** A value that stands for any other is called by what it is a value of. */
function textsIn(request: Request, environment: Environment): readonly KnownText[] {
  const invented = [...environment].flatMap(([id, { texts, isInvented }]): KnownText[] => {
    const variable = request.variables.get(id);
    const [text, ...more] = texts;
    if (!isInvented || variable === undefined || text === undefined || more.length > 0) return [];
    const label = variable.isChoice ? `the ${variable.label} that the caller chooses` : variable.label;
    return [{ text, label, isInvented: true }];
  });
  return [...knownTexts(request), ...invented];
}
