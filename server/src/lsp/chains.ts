import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Steps } from '../base/steps.ts';
import type { Graph } from '../chain/graph.ts';
import type { Mention } from '../chain/mention.ts';
import type { WorkspaceFinding } from '../lint/run-workspace.ts';
import type { EntitySource, World } from '../role/entity.ts';
import type { ResolvedScope } from '../role/resolver.ts';
import { type Analysis, type AnalysisOptions, analyse } from '../service/analysis.ts';
import { withChainFindings } from '../service/chain-findings.ts';
import { type FileSettings, importedOrganizations } from '../service/configurations.ts';
import { mayHoldPolicy } from '../service/recognise.ts';
import { Workspace } from '../service/workspace.ts';
import { uriOfPath } from './document-uri.ts';
import type { EditedDocument } from './edited-document.ts';
import { findingsKey } from './findings-key.ts';
import type { HeldFiles } from './held-files.ts';
import { keyOf as keyOfSource, placeOf, placesIn, type SourcePlace } from './source-places.ts';
import { type ValuePlaces, valuePlaceOf, valuePlacesIn } from './value-places.ts';

export interface ChainsOptions {
  /** Reads the files that are not open. */
  readonly files: HeldFiles;
  readonly settingsOf: (path: string) => FileSettings;
  /** Whether a file lies in a folder of the editor: others are known only as long as they are open. */
  readonly isHeld: (path: string) => boolean;
  /** The organizations that the editor knows, the same array until they change. */
  readonly organizations: () => readonly Organization[];
  readonly onRuleError: (rule: string, error: unknown) => void;
  /** What is found in the graph may be another now. */
  readonly onChange: () => void;
}

type Organization = ReturnType<typeof importedOrganizations>[number];

interface Combined {
  readonly found: readonly WorkspaceFinding[];
  readonly isWhole: boolean;
  readonly combined: Analysis;
}

interface FilePlaces {
  readonly sources: ReadonlyMap<string, SourcePlace>;
  readonly values: ValuePlaces;
}

const nothing: readonly WorkspaceFinding[] = [];

/** So many hops, or declarations where the hops are not known yet, take some tens of milliseconds. */
const fewHops = 100;

/** How many files that are not open stay read: those to which findings point. */
const keptFiles = 50;

/** Who may assume whom in the folders of the editor: what is open counts before what is on the disk. */
export class Chains {
  readonly #options: ChainsOptions;
  readonly #workspace: Workspace;
  /** By path, of open documents. */
  readonly #open = new Map<string, { readonly uri: string; readonly analysis: Analysis }>();
  /** By path, of files that are not open, the one used last at the end. */
  readonly #disk = new Map<string, Analysis>();
  /** By path, of files that are not open: where their roles stand, and what may name others. */
  readonly #places = new Map<string, FilePlaces>();
  readonly #imported = new Set<Organization>();
  readonly #combined = new WeakMap<Analysis, Combined>();
  #known: readonly Organization[] = [];
  #isWhole = false;
  #isAll = true;
  readonly #waiting = new Set<() => void>();
  #found: ReadonlyMap<string, readonly WorkspaceFinding[]> = new Map();

  constructor(options: ChainsOptions) {
    this.#options = options;
    this.#workspace = new Workspace(options.onRuleError);
  }

  /** All files of the workspace were read once: before that, nothing is said that more files may change. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** To be called before more files of the workspace are read. */
  begin(): void {
    this.#isWhole = false;
  }

  /** To be called when the files of the workspace were read, of more than `cutAt` the first so many. */
  complete(cutAt?: number): void {
    this.#isWhole = true;
    this.#isAll = cutAt === undefined;
    if (this.#workspace.setCut(cutAt)) this.#options.onChange();
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }

  /** Calls back when all files were read; at once where they were. What it returns takes that back. */
  whenWhole(go: () => void): () => void {
    if (this.#isWhole) go();
    else this.#waiting.add(go);
    return () => this.#waiting.delete(go);
  }

  /** All at once: for what does not wait. */
  graph(): Graph {
    this.#tellOrganizations();
    return this.#workspace.graph();
  }

  graphInSteps(): Steps<Graph> {
    this.#tellOrganizations();
    return this.#workspace.graphInSteps();
  }

  /** Another number as soon as something changes that the graph rests on. */
  get revision(): number {
    this.#tellOrganizations();
    return this.#workspace.revision;
  }

  /** The graph as it was when it was last built; undefined before. */
  recentGraph(): Graph | undefined {
    return this.#workspace.recentGraph();
  }

  /** The roles as they were when they were last put together; undefined before, where putting them together takes long. */
  recentWorld(): World | undefined {
    return this.#workspace.recentGraph()?.world ?? (this.isSmall ? this.#workspace.world() : undefined);
  }

  /** The graph is built in some tens of milliseconds. */
  get isSmall(): boolean {
    const recent = this.#workspace.recentGraph();
    return (recent?.hops.length ?? this.#workspace.size()) <= fewHops;
  }

  /** The graph if nothing has changed since it was built. */
  graphIfCurrent(): Graph | undefined {
    this.#tellOrganizations();
    return this.#workspace.graphIfCurrent();
  }

  /** What the expressions of a template mean, by the id of its `Scope`; undefined for what declares nothing. */
  scope(id: string): ResolvedScope | undefined {
    this.#tellOrganizations();
    return this.#workspace.scope(id);
  }

  /** To be told of each analysis of an open document that is a file. */
  learn(path: string, uri: string, analysis: Analysis): void {
    this.#open.set(path, { uri, analysis });
    this.#disk.delete(path);
    this.#places.delete(path);
    this.#set(path, analysis);
  }

  /**
   * The file is read from the disk: it has changed there, is not open any more, or its folder has gone. Why it cannot be
   * read, if so.
   */
  read(path: string): string | undefined {
    this.#disk.delete(path);
    if (this.#open.has(path)) return undefined;
    this.#places.delete(path);
    const { analysis, failure } = this.#options.isHeld(path) ? this.#readDisk(path) : unread;
    if (analysis !== undefined) {
      this.#set(path, analysis);
      this.#places.set(path, { sources: placesIn(path, analysis), values: valuePlacesIn(path, analysis) });
    }
    if (analysis === undefined && this.#workspace.delete(path)) this.#options.onChange();
    return failure;
  }

  close(path: string): void {
    this.#open.delete(path);
    this.read(path);
  }

  /**
   * Takes what the workspace says now. The paths of those files for which something else is found than before; undefined
   * where the workspace has changed under way, and nothing was taken.
   */
  *refreshInSteps(): Steps<readonly string[] | undefined> {
    const { revision } = this;
    const found = yield* this.#workspace.findingsInSteps();
    const before = this.#found;
    const changed: string[] = [];
    for (const path of new Set([...before.keys(), ...found.keys()])) {
      if (findingsKey(before.get(path) ?? nothing) !== findingsKey(found.get(path) ?? nothing)) changed.push(path);
      yield;
    }
    if (this.revision !== revision || this.#found !== before) return undefined;
    this.#found = found;
    return changed;
  }

  /** An analysis with what is found between files, as far as that was worked out. */
  withFindings(path: string, analysis: Analysis, options: AnalysisOptions): Analysis {
    const found = this.#found.get(path) ?? nothing;
    const known = this.#combined.get(analysis);
    if (known?.found === found && known.isWhole === this.isWhole) return known.combined;
    const asked = { ...options, ...(this.isWhole && this.#isAll && { readsWorkspace: true }) };
    const combined = withChainFindings(path, analysis, found, asked, (other) => this.analysisOf(other));
    this.#combined.set(analysis, { found, isWhole: this.isWhole, combined });
    return combined;
  }

  /** The analysis of a file of the workspace as it is now. */
  analysisOf(path: string): Analysis | undefined {
    const analysis = this.#open.get(path)?.analysis ?? this.#disk.get(path) ?? this.#readDisk(path).analysis;
    if (analysis === undefined || this.#open.has(path)) return analysis;
    this.#disk.delete(path);
    this.#disk.set(path, analysis);
    for (const first of this.#disk.keys()) {
      if (this.#disk.size <= keptFiles) break;
      this.#disk.delete(first);
    }
    return analysis;
  }

  /** Where an entity is declared; undefined where its file does not hold it any more. `document` is that of an open file. */
  placeOf(source: EntitySource, document?: EditedDocument): SourcePlace | undefined {
    const known = this.#open.has(source.file)
      ? undefined
      : this.#places.get(source.file)?.sources.get(keyOfSource(source));
    if (known !== undefined) return known;
    const analysis = this.analysisOf(source.file);
    return analysis && placeOf(analysis, source, document);
  }

  /** Where a value stands that names a role, as far as that is known without reading its file. */
  valuePlaceOf(mention: Omit<Mention, 'who'>): Range | undefined {
    const { file } = mention.grant.origin;
    const places = this.#open.has(file) ? undefined : this.#places.get(file)?.values;
    return places && valuePlaceOf(places, mention);
  }

  /** True where the text of a file can be had without reading it from the disk. */
  isAtHand(path: string): boolean {
    return this.#open.has(path) || this.#disk.has(path);
  }

  /** Paths of the files that say something of roles. */
  paths(): readonly string[] {
    return this.#workspace.paths();
  }

  /** Whether the file says something of roles. */
  has(path: string): boolean {
    return this.#workspace.has(path);
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** As the editor names it where it is open. */
  uriOf(path: string): string {
    return this.#open.get(path)?.uri ?? uriOfPath(path);
  }

  /** The text of a file, for places in it. */
  documentOf(path: string): TextDocument | undefined {
    const analysis = this.analysisOf(path);
    return analysis && TextDocument.create(this.uriOf(path), analysis.format, 0, analysis.source.whole());
  }

  #set(path: string, analysis: Analysis): void {
    const settings = this.#options.settingsOf(path);
    for (const each of importedOrganizations(settings)) this.#imported.add(each);
    if (this.#workspace.set(path, analysis, settings)) this.#options.onChange();
  }

  #readDisk(path: string): Read {
    const settings = this.#options.settingsOf(path);
    if (settings.ignored) return unread;
    const source = this.#options.files.read(path);
    // That is told by the link, not by the file.
    if (source === 'outside') return unread;
    if (source.text === undefined) return { failure: source.message };
    if (!mayHoldPolicy(source.text)) return unread;
    const { kind } = settings;
    const options = { rules: {}, ...(kind !== undefined && { kind }), withoutRules: true };
    return { analysis: analyse({ path, text: source.text }, options) };
  }

  #tellOrganizations(): void {
    const now = [...new Set([...this.#imported, ...this.#options.organizations()])];
    const isSame = now.length === this.#known.length && now.every((each, index) => each === this.#known[index]);
    if (!isSame) this.#known = now;
    this.#workspace.setOrganizations(this.#known);
  }
}

/** What came of reading a file: neither where there is nothing to know of it. */
interface Read {
  readonly analysis?: Analysis;
  readonly failure?: string;
}

const unread: Read = {};
