import { groupBy } from '../base/group.ts';
import { keptWith } from '../base/once.ts';
import { type Steps, takeAll } from '../base/steps.ts';
import { buildGraphInSteps, type Graph, type Verdicts } from '../chain/graph.ts';
import { fileOf, runWorkspaceRulesInSteps, type WorkspaceFinding } from '../lint/run-workspace.ts';
import type { Organization } from '../organization/organization.ts';
import { assembleWorld, assembleWorldInSteps, openScopes } from '../role/assemble-world.ts';
import type { WorkspaceFile } from '../role/assembly-input.ts';
import type { FileDeclarations } from '../role/declaration.ts';
import type { World } from '../role/entity.ts';
import type { ResolvedScope } from '../role/resolver.ts';
import { rules } from '../rules/index.ts';
import type { Analysis, AnalysisState } from './analysis.ts';
import type { FileSettings, LoadedConfiguration } from './configurations.ts';
import { declarationsOf } from './declarations.ts';
import { assemblyConfiguration, type FilePlacement, placementOf } from './workspace-configuration.ts';

/** By the path of the file that they are shown in. */
export type Findings = ReadonlyMap<string, readonly WorkspaceFinding[]>;

/** What was read of an analysis. A workspace does not hold it: it has all trees. */
const declaredBy = keptWith<AnalysisState, FileDeclarations>();

interface KnownFile {
  readonly declarations: FileDeclarations;
  readonly placement: FilePlacement;
  readonly configuration: LoadedConfiguration | undefined;
}

/**
 * The files of a workspace as one graph of who may assume whom. It keeps what files declare, not their texts; what has
 * not changed since the last graph is not worked out again.
 */
export class Workspace {
  /** By path, absolute and `/` separated, in the order of their paths. */
  readonly #files = new Map<string, KnownFile>();
  #organizations: readonly Organization[] = [];
  #cutAt: number | undefined;
  #revision = 0;
  readonly #onRuleError: (rule: string, error: unknown) => void;
  #graph: Graph | undefined;
  #recent: Graph | undefined;
  #scopes: ((id: string) => ResolvedScope | undefined) | undefined;
  #found: { readonly graph: Graph; readonly byFile: Findings } | undefined;
  #verdicts: { readonly key: string; readonly known: Verdicts } = { key: '', known: new WeakMap() };

  /** `onRuleError` is told when a rule of ours throws. */
  constructor(onRuleError: (rule: string, error: unknown) => void) {
    this.#onRuleError = onRuleError;
  }

  /** Tells what a file says now. True if that may change the graph. */
  set(path: string, analysis: Pick<Analysis, 'state' | 'recognised'>, settings: FileSettings): boolean {
    const before = this.#files.get(path);
    const { state } = analysis;
    const isRead = before !== undefined && state !== undefined && declaredBy.get(state) === before.declarations;
    const declarations = isRead ? before.declarations : declarationsOf(path, analysis, before?.declarations);
    if (state !== undefined) declaredBy.set(state, declarations);
    const isEmpty = declarations.documents.every((document) => document.length === 0);
    if (isEmpty) return this.delete(path);
    const placement = placementOf(settings);
    const { configuration } = settings;
    const isSame =
      before?.declarations === declarations &&
      before.configuration === configuration &&
      JSON.stringify(before.placement) === JSON.stringify(placement);
    this.#files.set(path, { declarations, placement, configuration });
    if (isSame) return false;
    this.#forget();
    return true;
  }

  /** True if that may change the graph. */
  delete(path: string): boolean {
    const wasThere = this.#files.delete(path);
    if (wasThere) this.#forget();
    return wasThere;
  }

  /** Tells which organizations are known; the same array means that nothing has changed. */
  setOrganizations(organizations: readonly Organization[]): void {
    if (this.#organizations === organizations) return;
    this.#organizations = organizations;
    this.#forget();
  }

  /**
   * Tells that the workspace has more files than this, of which nothing is known; undefined: all were read. True if that
   * changes the graph.
   */
  setCut(cutAt: number | undefined): boolean {
    if (this.#cutAt === cutAt) return false;
    this.#cutAt = cutAt;
    this.#forget();
    return true;
  }

  /** What was found in the graph. */
  findings(): Findings {
    return takeAll(this.findingsInSteps());
  }

  /** The same step by step: what is found in the files as they were at the first step. */
  *findingsInSteps(): Steps<Findings> {
    const graph = yield* this.graphInSteps();
    if (this.#found?.graph === graph) return this.#found.byFile;
    const all = yield* runWorkspaceRulesInSteps(graph, rules, this.#onRuleError);
    const byFile = groupBy(all, ({ at }) => fileOf(at) ?? '');
    if (this.#graph === graph) this.#found = { graph, byFile };
    return byFile;
  }

  /** Paths of the files that say something of roles. */
  paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Whether the file says something of roles. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** The same object until something changes. */
  graph(): Graph {
    return takeAll(this.graphInSteps());
  }

  /**
   * The same step by step: the graph of the files as they were at the first step. What it worked out stays known where
   * the steps are not taken to the end, and only a graph that is whole is ever kept.
   */
  *graphInSteps(): Steps<Graph> {
    if (this.#graph !== undefined) return this.#graph;
    const revision = this.#revision;
    const world = yield* assembleWorldInSteps(...this.#input(), this.#cutAt);
    const key = keyOf(world);
    if (this.#verdicts.key !== key) this.#verdicts = { key, known: new WeakMap() };
    const graph = yield* buildGraphInSteps(world, this.#verdicts.known);
    if (revision !== this.#revision) return graph;
    // Others may have taken the steps meanwhile: there is one graph of a revision.
    this.#graph ??= graph;
    this.#recent = this.#graph;
    return this.#graph;
  }

  /** Counts what changes the graph. */
  get revision(): number {
    return this.#revision;
  }

  /** The graph that was built last, which may lack what was typed since; undefined before the first. */
  recentGraph(): Graph | undefined {
    return this.#recent;
  }

  /** The entities, without judging who may assume whom. */
  world(): World {
    return this.#graph?.world ?? assembleWorld(...this.#input(), this.#cutAt);
  }

  /** Whether a finding of the graph is hardly to be expected in the file: it holds at most policies that grant nothing of roles. */
  isQuiet(path: string): boolean {
    const documents = this.#files.get(path)?.declarations.documents ?? [];
    const declared = documents.flat().flatMap(({ declarations }) => declarations);
    return declared.every((each) => each.declares === 'document' && each.grants.length === 0);
  }

  /** How many resources and policies say something of roles. */
  size(): number {
    let size = 0;
    for (const { declarations } of this.#files.values())
      for (const document of declarations.documents) size += document.length;
    return size;
  }

  /** The graph if nothing has changed since it was built. */
  graphIfCurrent(): Graph | undefined {
    return this.#graph;
  }

  /** What the expressions of a template mean, by the id of its `Scope`; undefined for what declares nothing. */
  scope(id: string): ResolvedScope | undefined {
    this.#scopes ??= this.#openScopes();
    return this.#scopes(id);
  }

  #forget(): void {
    this.#revision++;
    this.#graph = undefined;
    this.#scopes = undefined;
  }

  #openScopes(): (id: string) => ResolvedScope | undefined {
    const { scopes, resolve } = openScopes(...this.#input());
    const byId = new Map(scopes.all.map((scope) => [scope.id, scope]));
    return (id) => {
      const scope = byId.get(id);
      return scope && resolve(scope);
    };
  }

  #input(): [readonly WorkspaceFile[], ReturnType<typeof assemblyConfiguration>, readonly Organization[]] {
    const files = [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
    const configurations = new Set(files.flatMap(({ configuration }) => configuration ?? []));
    return [
      files.map(({ declarations, placement }) => ({ declarations, ...placement })),
      assemblyConfiguration([...configurations]),
      this.#organizations,
    ];
  }
}

/** All that a verdict rests on beside its two ends. */
function keyOf({ controlPolicies, partition, organization }: World): string {
  return JSON.stringify([controlPolicies, partition, organization]);
}
