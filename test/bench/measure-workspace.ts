import { parseDocument } from 'yaml';
import { Failure } from '../../scripts/process/failure.ts';
import type { Graph } from '../../server/src/chain/graph.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import { analysisOptions, Configurations } from '../../server/src/service/configurations.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { generateWorkspace, pathOf } from './workspace.ts';

/** Figures of a workspace; times in milliseconds. */
export interface WorkspaceFigures {
  readonly templates: number;
  readonly roles: number;
  readonly hops: number;
  /** One bare `yaml` parse of all templates, warm. */
  readonly parse: number;
  /** From the texts to the first graph and what is found in it, the parsing of the templates included. */
  readonly first: number;
  /** The part of it after the templates are read. */
  readonly graph: number;
  /** From a changed text to what is found in all files: the median and the 95th percentile. */
  readonly edit: { readonly median: number; readonly p95: number };
  /** `first` and `edit.median` as multiples of `parse`. */
  readonly ratios: { readonly first: number; readonly edit: number };
}

const folder = '/workspace/';

/** Reads a workspace as the server does, then edits one template after the other. */
export function measureWorkspace(templates: number, rolesEach: number, edits: number): WorkspaceFigures {
  const texts = new Map([...generateWorkspace(templates, rolesEach)].map(([path, text]) => [folder + path, text]));
  const yaml = [...texts].filter(([path]) => path.endsWith('.yaml'));
  const parse = Math.min(...[0, 1, 2].map(() => time(() => yaml.map(([, text]) => parseDocument(text)))));

  const configurations = new Configurations({ readText: (path) => texts.get(path) });
  const workspace = new Workspace((rule, error) => {
    throw new Failure(`${rule}: ${error}`);
  });
  const analyses = new Map<string, ReturnType<typeof analyse>>();
  const read = (path: string, text: string) => {
    const settings = configurations.settingsOf(path);
    const options = { ...analysisOptions(settings, { rules: {} }), withoutRules: true };
    const analysis = analyse({ path, text }, options, analyses.get(path));
    analyses.set(path, analysis);
    workspace.set(path, analysis, settings);
  };
  const reading = time(() => {
    for (const [path, text] of yaml) read(path, text);
  });
  const graph = time(() => workspace.findings());
  const before = workspace.graph();
  const times = Array.from({ length: edits }, (_, index) => {
    const path = folder + pathOf((index * 7) % templates);
    const text = texts.get(path) ?? '';
    const changed = editOf(text, index);
    const was = workspace.graph();
    const elapsed = time(() => {
      read(path, changed);
      workspace.findings();
    });
    // Else it would not be the edit's own result that was timed.
    if (sameVerdicts(was, workspace.graph()) !== (index % 3 === 2)) throw new Failure('The edit is not what is timed.');
    read(path, text);
    workspace.findings();
    return elapsed;
  }).toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(share * times.length) - 1] ?? Number.NaN;
  const first = reading + graph;
  return {
    templates,
    roles: before.world.entities.filter(({ kind }) => kind === 'role').length,
    hops: before.hops.length,
    parse,
    first,
    graph,
    edit: { median: at(0.5), p95: at(0.95) },
    ratios: { first: first / parse, edit: at(0.5) / parse },
  };
}

/** A permission that is taken away, a name that changes, and a text that no hop depends on, in turns. */
function editOf(text: string, index: number): string {
  if (index % 3 === 0)
    return text.replace(
      'Action: sts:AssumeRole\n                Resource',
      'Action: sts:GetCallerIdentity\n                Resource',
    );
  if (index % 3 === 1) return text.replace(/RoleName: source-/, 'RoleName: changed-');
  return text.replace('s3:GetObject', 's3:GetObjectTagging');
}

function sameVerdicts({ hops: one }: Graph, { hops: two }: Graph): boolean {
  const say = ({ source, target, verdict }: Graph['hops'][number]) => `${source.id} ${target.id} ${verdict.verdict}`;
  return (
    one.length === two.length && one.every((hop, index) => two[index] !== undefined && say(hop) === say(two[index]))
  );
}

function time(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
