import type { Span } from '../base/span.ts';
import { indexText } from '../base/text-index.ts';
import type { Reason } from '../chain/verdict.ts';
import type { FileRange, Places } from '../export/graph-report.ts';
import { slashed } from '../files/slashed.ts';
import type { WorkspaceFinding } from '../lint/run-workspace.ts';
import type { Organization } from '../organization/organization.ts';
import type { Entity } from '../role/entity.ts';
import type { Analysis, AnalysisOptions } from '../service/analysis.ts';
import { withChainFindings } from '../service/chain-findings.ts';
import { type FileSettings, importedOrganizations } from '../service/configurations.ts';
import { originSpan, sourceSpan } from '../service/origin-span.ts';
import { Workspace } from '../service/workspace.ts';
import { showPath } from './show-path.ts';

/** The files of one run, taken together as a workspace. */
export class WorkspaceFiles {
  readonly workspace: Workspace;
  readonly #folder: string;
  /** By path, `/` separated. */
  readonly #analyses = new Map<string, Analysis>();
  readonly #again = new Map<string, () => Analysis | undefined>();
  readonly #organizations = new Set<Organization>();

  /** `folder` is what paths are shown relative to. */
  constructor(folder: string, onRuleError: (rule: string, error: unknown) => void) {
    this.#folder = folder;
    this.workspace = new Workspace(onRuleError);
  }

  /**
   * `file` is absolute. Where the graph will hardly say anything of it, its analysis is not kept if it can be had `again`:
   * false is returned then.
   */
  add(file: string, analysis: Analysis, settings: FileSettings, again?: () => Analysis | undefined): boolean {
    const path = slashed(file);
    for (const each of importedOrganizations(settings)) this.#organizations.add(each);
    this.workspace.setOrganizations([...this.#organizations]);
    this.workspace.set(path, analysis, settings);
    if (again !== undefined && this.workspace.isQuiet(path)) {
      this.#again.set(path, again);
      return false;
    }
    this.#analyses.set(path, analysis);
    return true;
  }

  /** The analysis with what was found between files. To be asked once all files are added. */
  withChains(file: string, options: AnalysisOptions): Analysis | undefined {
    const analysis = this.#analysisOf(slashed(file));
    return analysis && this.#combine(file, analysis, this.workspace.findings().get(slashed(file)) ?? [], options);
  }

  /** The same where nothing was found between files, which `isInChains` tells in the end. */
  withoutChains(file: string, analysis: Analysis, options: AnalysisOptions): Analysis {
    return this.#combine(file, analysis, [], options);
  }

  /** Whether something was found between files. To be asked once all files are added. */
  isInChains(file: string): boolean {
    return this.workspace.findings().has(slashed(file));
  }

  /** Where things stand, paths as they are shown. */
  places(): Places {
    return {
      ofEntity: ({ source }: Entity) =>
        source && this.#rangeIn(source.file, (analysis) => sourceSpan(analysis, source)),
      ofReason: ({ origin, part }: Reason) =>
        origin && this.#rangeIn(origin.file, (analysis) => originSpan(analysis, origin, part)),
    };
  }

  #combine(file: string, analysis: Analysis, found: readonly WorkspaceFinding[], options: AnalysisOptions): Analysis {
    const asked = { ...options, readsWorkspace: true };
    return withChainFindings(slashed(file), analysis, found, asked, (other) => this.#analysisOf(other));
  }

  #analysisOf(path: string): Analysis | undefined {
    return this.#analyses.get(path) ?? this.#again.get(path)?.();
  }

  #rangeIn(path: string, spanIn: (analysis: Analysis) => Span | undefined): FileRange | undefined {
    const analysis = this.#analysisOf(path);
    const span = analysis && spanIn(analysis);
    if (analysis === undefined || span === undefined) return undefined;
    const index = indexText(analysis.source.whole());
    const range = { start: index.positionAt(span.start), end: index.positionAt(span.end) };
    return { file: showPath(this.#folder, path), range };
  }
}
