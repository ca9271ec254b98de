import path from 'node:path';
import type { IamData } from '../catalog/iam-data.ts';
import { bakedIamData } from '../data/index.ts';
import { type FileReport, mostWithFixes, reportCheck, reportFile, type Unreadable } from '../export/report.ts';
import { renderFile } from '../export/text.ts';
import { type Decoded, decode } from '../files/decode.ts';
import { type Found, findFiles } from '../files/find-files.ts';
import { readSource } from '../files/read-source.ts';
import { atLeast, type Severity } from '../lint/finding.ts';
import { defaultMaxAgeDays, relyOn } from '../lint/known-organizations.ts';
import type { RuleSettings } from '../lint/run.ts';
import { type Analysis, type AnalysisOptions, analyse } from '../service/analysis.ts';
import { analysisOptions, type FileSettings, importedOrganizations } from '../service/configurations.ts';
import type { CheckArguments, StdinArguments } from './arguments.ts';
import { ConfigurationUse } from './configuration-use.ts';
import { startProgress } from './progress.ts';
import { renderReport } from './render-report.ts';
import { showPath } from './show-path.ts';
import type { Terminal } from './terminal.ts';
import { WorkspaceFiles } from './workspace-files.ts';
import { BaselineWriter } from './write-baseline.ts';

/** 0: nothing at or above `--fail-on`; 1: something; 2: wrong usage, or a path given by name could not be read. */
export type ExitCode = 0 | 1 | 2;

/** Checks files one after the other, then what lies between them, and shows all at the end. */
export async function check(given: CheckArguments, terminal: Terminal): Promise<ExitCode> {
  const configurations = new ConfigurationUse(terminal.folder, given.config);
  const failure = configurations.findFailure();
  if (failure !== undefined) {
    terminal.note(`cannot read ${given.config}: ${failure}`);
    return 2;
  }
  const iamData = bakedIamData();
  const baseline = given.writeBaseline ? new BaselineWriter(terminal) : undefined;
  const sources = given.stdin ? [await readStdin(given.stdin, terminal)] : fileSources(given.paths, terminal.folder);
  const checked: Checked[] = [];
  const workspace = new WorkspaceFiles(terminal.folder, (rule, error) => {
    terminal.note(`a fault of ours: the rule ${rule} failed: ${describeFault(error)}`);
    isIncomplete = true;
  });
  const files: FileReport[] = [];
  const unreadable: Unreadable[] = [];
  let isIncomplete = false;
  const render = (report: FileReport, text: string): Rendered => ({
    report,
    lines: given.format === 'text' ? renderFile(report, text, terminal) : '',
  });
  const show = ({ report, lines }: Rendered) => {
    files.push(report);
    if (report.findings.length > mostWithFixes)
      terminal.note(
        `${report.path}: fixes are given for the first ${mostWithFixes} of its ${report.findings.length} findings`,
      );
    if (lines !== '') terminal.print(lines);
  };
  const finish = (source: Source, whole: Analysis): Rendered =>
    render(
      reportFile(source.path, whole, (other) => showPath(terminal.folder, other)),
      whole.source.whole(),
    );
  const progress = startProgress({
    total: sources.length,
    showStatus: terminal.showStatus,
    now: () => performance.now(),
  });
  for (const [done, source] of sources.entries()) {
    // Where a terminal is written to asynchronously, what is written shows only between two turns.
    if (progress.report(done)) await new Promise(setImmediate);
    const settings = configurations.settingsOf(source.file);
    if (settings.configuration !== undefined && configurations.isConfiguration(source.file)) continue;
    if (settings.ignored) {
      if (source.isNamed) terminal.note(`${source.path}: ignored by the configuration: nothing checked`);
      continue;
    }
    const content = source.read();
    if (content.text === undefined) {
      unreadable.push({ path: source.path, message: content.message });
      terminal.note(`cannot read ${source.path}: ${content.message}`);
      isIncomplete ||= source.isNamed;
      continue;
    }
    const options = optionsOf(given, settings, iamData());
    const read = (text: string) =>
      analyse(
        { path: source.path, text, ...(source.isNamed && { languageId: languageOf(text) }) },
        options,
        undefined,
        (rule, error) => {
          terminal.note(`a fault of ours: the rule ${rule} failed on ${source.path}: ${describeFault(error)}`);
          isIncomplete = true;
        },
      );
    const analysis = read(content.text);
    if (!analysis.recognised) {
      if (source.isNamed) terminal.note(`${source.path}: not an IAM policy or template: nothing checked`);
      continue;
    }
    if (content.isDamaged) terminal.note(`${source.path}: not valid UTF-8; the damaged characters are read as \ufffd`);
    const again = () => {
      const { text } = source.read();
      return text === undefined ? undefined : read(text);
    };
    const isKept = workspace.add(source.file, analysis, settings, baseline ? undefined : again);
    if (isKept) {
      checked.push({ source, settings, options });
      continue;
    }
    // Its trees are let go before the next file is read, which spares the collection of garbage most of its work.
    const whole = workspace.withoutChains(source.file, analysis, options);
    configurations.learn(settings, whole);
    checked.push({ source, settings, options, early: finish(source, whole) });
  }
  progress.end();
  for (const { source, settings, options, early } of checked) {
    const isDone = early !== undefined && !workspace.isInChains(source.file);
    const whole = isDone ? undefined : workspace.withChains(source.file, options);
    if (whole !== undefined) {
      configurations.learn(settings, whole);
      if (baseline) baseline.add(source.file, settings, whole);
      else show(finish(source, whole));
    } else if (early !== undefined) show(early);
  }
  for (const { report, text } of configurations.report(unreadable.length > 0 ? [] : foldersOf(given, terminal.folder)))
    if (report.findings.length > 0) show(render(report, text));
  if (baseline) return baseline.write() && !isIncomplete ? 0 : 2;
  configurations.noteUnreadable(terminal);
  terminal.print(renderReport(given.format, reportCheck(files, unreadable), !isIncomplete, terminal));
  if (isIncomplete) return 2;
  return fails(files, given.failOn) ? 1 : 0;
}

interface Checked {
  readonly source: Source;
  readonly settings: FileSettings;
  readonly options: AnalysisOptions;
  /** Of a file of which the graph will hardly say anything. */
  readonly early?: Rendered;
}

interface Rendered {
  readonly report: FileReport;
  /** For people to read; empty in other formats. */
  readonly lines: string;
}

/** Something to check, read when its turn comes. */
interface Source {
  /** As shown; format and kind are told by its name. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly isNamed: boolean;
  readonly read: () => Decoded;
}

function fileSources(paths: readonly string[], folder: string): readonly Source[] {
  return findFiles(paths, folder).map((found) => {
    const { path: file, isNamed } = found;
    return { path: showPath(folder, file), file, isNamed, read: () => readFound(found) };
  });
}

function readFound({ path: file, failure }: Found): Decoded {
  return failure === undefined ? readSource(file) : { text: undefined, message: failure };
}

async function readStdin({ filename }: StdinArguments, { folder, readInput }: Terminal): Promise<Source> {
  const content = decode(await readInput());
  const file = path.resolve(folder, filename ?? '<stdin>');
  return { path: showPath(folder, file), file, isNamed: true, read: () => content };
}

/** For what is given by name but has no ending that tells its format. */
function languageOf(text: string): 'json' | 'yaml' {
  return /^\s*[[{]/.test(text) ? 'json' : 'yaml';
}

function optionsOf({ kind, writeBaseline }: CheckArguments, settings: FileSettings, iamData: IamData) {
  const accounts = settings.configuration?.read.configuration.accounts;
  const options = {
    ...analysisOptions(settings, { rules: fromFilesAlone, ...(kind !== undefined && { kind }), iamData }),
    organizations: relyOn(
      importedOrganizations(settings),
      { maxAgeDays: defaultMaxAgeDays, now: Date.now() },
      accounts,
    ),
  };
  return writeBaseline ? { ...options, accepted: [] } : options;
}

/** The command line has no settings of its own for rules. */
const fromFilesAlone: RuleSettings = {};

/** The paths that were given, as folders: a file among them holds nothing. */
function foldersOf({ paths }: CheckArguments, folder: string): readonly string[] {
  return paths.map((each) => path.resolve(folder, each));
}

function fails(files: readonly FileReport[], failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  return files.some((file) => file.findings.some((finding) => atLeast(finding.severity, failOn)));
}

function describeFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
