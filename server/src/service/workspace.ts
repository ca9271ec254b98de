import { groupBy } from '../base/group.ts';
import { buildGraph, type Graph, type Verdicts } from '../chain/graph.ts';
import { fileOf, runWorkspaceRules, type WorkspaceFinding } from '../lint/run-workspace.ts';
import type { Organization } from '../organization/organization.ts';
import { assembleWorld, openScopes } from '../role/assemble-world.ts';
import type { WorkspaceFile } from '../role/assembly-input.ts';
import type { FileDeclarations } from '../role/declaration.ts';
import type { World } from '../role/entity.ts';
import type { ResolvedScope } from '../role/resolver.ts';
import { rules } from '../rules/index.ts';
import type { Analysis } from './analysis.ts';
import type { FileSettings, LoadedConfiguration } from './configurations.ts';
import { declarationsOf } from './declarations.ts';
import { assemblyConfiguration, type FilePlacement, placementOf } from './workspace-configuration.ts';

interface KnownFile {
  /** Of the analysis that the declarations were read from. */
  readonly state: Analysis['state'];
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
  readonly #onRuleError: (rule: string, error: unknown) => void;
  #graph: Graph | undefined;
  #recent: Graph | undefined;
  #scopes: ((id: string) => ResolvedScope | undefined) | undefined;
  #found: { readonly graph: Graph; readonly byFile: ReadonlyMap<string, readonly WorkspaceFinding[]> } | undefined;
  #verdicts: { readonly key: string; readonly known: Verdicts } = { key: '', known: new WeakMap() };

  /** `onRuleError` is told when a rule of ours throws. */
  constructor(onRuleError: (rule: string, error: unknown) => void) {
    this.#onRuleError = onRuleError;
  }

  /** Tells what a file says now. True if that may change the graph. */
  set(path: string, analysis: Pick<Analysis, 'state' | 'recognised'>, settings: FileSettings): boolean {
    const before = this.#files.get(path);
    const { state } = analysis;
    const isRead = before !== undefined && before.state === state;
    const declarations = isRead ? before.declarations : declarationsOf(path, analysis, before?.declarations);
    const isEmpty = declarations.documents.every((document) => document.length === 0);
    if (isEmpty) return this.delete(path);
    const placement = placementOf(settings);
    const { configuration } = settings;
    const isSame =
      before?.declarations === declarations &&
      before.configuration === configuration &&
      JSON.stringify(before.placement) === JSON.stringify(placement);
    this.#files.set(path, { state, declarations, placement, configuration });
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

  /** What was found in the graph, by the path of the file that it is shown in. */
  findings(): ReadonlyMap<string, readonly WorkspaceFinding[]> {
    const graph = this.graph();
    if (this.#found?.graph !== graph) {
      const all = runWorkspaceRules(graph, rules, this.#onRuleError);
      this.#found = { graph, byFile: groupBy(all, ({ at }) => fileOf(at) ?? '') };
    }
    return this.#found.byFile;
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
    this.#graph ??= this.#build();
    this.#recent = this.#graph;
    return this.#graph;
  }

  /** The graph that was built last, which may lack what was typed since: building one takes longer than a key. */
  recentGraph(): Graph {
    return this.#recent ?? this.graph();
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

  #build(): Graph {
    const world = assembleWorld(...this.#input());
    const key = keyOf(world);
    if (this.#verdicts.key !== key) this.#verdicts = { key, known: new WeakMap() };
    return buildGraph(world, this.#verdicts.known);
  }
}

/** All that a verdict rests on beside its two ends. */
function keyOf({ controlPolicies, partition, organization }: World): string {
  return JSON.stringify([controlPolicies, partition, organization]);
}
