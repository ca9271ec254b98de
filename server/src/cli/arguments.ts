import { parseArgs } from 'node:util';
import { type Severity, severities } from '../lint/finding.ts';
import { isPolicyKind, type PolicyKind, policyKinds } from '../policy/kind.ts';
import { joinWords } from '../policy/phrase.ts';
import { nearest } from './nearest.ts';
import type { OrganizationArguments } from './organization.ts';
import { organizationFormats } from './render-organization.ts';

/** What a command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'rules' }
  | { readonly name: 'rule'; readonly id: string }
  | { readonly name: 'check'; readonly check: CheckArguments }
  | { readonly name: 'graph'; readonly graph: GraphArguments }
  | { readonly name: 'explain'; readonly explain: ExplainArguments }
  | { readonly name: 'org'; readonly org: OrganizationArguments }
  | { readonly name: 'new'; readonly new: NewArguments }
  | { readonly name: 'wrong usage'; readonly message: string };

export interface CheckArguments {
  /** Files and folders as given, at least one unless `stdin` is there. */
  readonly paths: readonly string[];
  readonly stdin?: StdinArguments;
  readonly format: ReportFormat;
  readonly failOn: Severity | 'never';
  readonly kind?: PolicyKind;
  /** The configuration that is to hold for all files. */
  readonly config?: string;
  /** Accept what is found as it stands, instead of reporting it. */
  readonly writeBaseline?: boolean;
}

export interface GraphArguments {
  /** Files and folders as given, at least one. */
  readonly paths: readonly string[];
  readonly format: GraphFormat;
  /** Ids, names or ARNs: what the chains begin with, and what they lead to. */
  readonly from?: string;
  readonly to?: string;
  readonly config?: string;
}

export interface ExplainArguments {
  readonly source: string;
  readonly target: string;
  readonly paths: readonly string[];
  readonly config?: string;
}

export interface NewArguments {
  /** The file of answers; `-` for what comes in. */
  readonly answers: string;
  /** The folder to write to. */
  readonly out: string;
  /** Overwrite files that are there. */
  readonly force: boolean;
}

export interface StdinArguments {
  /** The file name that the text is to be read under. */
  readonly filename?: string;
}

/** The forms in which `check` says what it found. */
const reportFormats = ['text', 'json', 'sarif', 'github'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** The forms in which `graph` shows who may assume whom. */
export const graphFormats = ['text', 'json', 'mermaid', 'dot', 'svg'] as const;

export type GraphFormat = (typeof graphFormats)[number];

const commandNames = ['check', 'graph', 'explain', 'rule', 'rules', 'org', 'new', 'help'];
const failOnValues = [...severities, 'never'] as const;

const commonOptions = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const checkOptions = {
  format: { type: 'string' },
  config: { type: 'string' },
  kind: { type: 'string' },
  'fail-on': { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  'write-baseline': { type: 'boolean' },
} as const;

const orgOptions = {
  format: { type: 'string' },
  profile: { type: 'string' },
} as const;

const graphOptions = {
  format: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  config: { type: 'string' },
} as const;

const explainOptions = { config: { type: 'string' } } as const;

const newOptions = {
  answers: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
} as const;

const options = {
  ...commonOptions,
  ...checkOptions,
  ...graphOptions,
  ...explainOptions,
  ...orgOptions,
  ...newOptions,
};

/** Which command an option is for. */
const optionsOf = {
  check: checkOptions,
  graph: graphOptions,
  explain: explainOptions,
  org: orgOptions,
  new: newOptions,
};

/** Reads the words after `rolechain`. What is wrong with them is said in one sentence. */
export function readArguments(words: readonly string[]): Command {
  // Not `strict`: its messages are written for programmers. What it would refuse is refused below.
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  for (const token of given) {
    const message = wrongOption(token.name, token.rawName, token.value);
    if (message !== undefined) return wrong(message);
  }
  if (values.help === true) return { name: 'help' };
  if (values.version === true) return { name: 'version' };
  const [name, ...rest] = positionals;
  const misplaced = given.find((token) => !belongsTo(name, token.name));
  if (misplaced !== undefined && commandNames.includes(name ?? ''))
    return wrong(`${misplaced.rawName} belongs to ${commandsWith(misplaced.name)}.`);
  switch (name) {
    case undefined:
      return wrong('Say what to do: check, graph, explain, rule, rules, org or new.');
    case 'help':
      return { name: 'help' };
    case 'rules':
      return rest.length === 0 ? { name: 'rules' } : wrong('"rolechain rules" takes nothing after it.');
    case 'rule':
      return readRule(rest);
    case 'check':
      return readCheck(rest, values);
    case 'graph':
      return readGraph(rest, values);
    case 'explain':
      return readExplain(rest, values);
    case 'org':
      return readOrg(rest, values);
    case 'new':
      return readNew(rest, values);
    default:
      return wrong(unknownCommand(name));
  }
}

function belongsTo(command: string | undefined, option: string): boolean {
  if (Object.hasOwn(commonOptions, option)) return true;
  return Object.entries(optionsOf).some(([name, own]) => name === command && Object.hasOwn(own, option));
}

function commandsWith(option: string): string {
  const names = Object.entries(optionsOf).flatMap(([name, own]) =>
    Object.hasOwn(own, option) ? [`"rolechain ${name}"`] : [],
  );
  return joinWords(names, 'and');
}

function wrong(message: string): Command {
  return { name: 'wrong usage', message };
}

function wrongOption(name: string, asGiven: string, value: string | undefined): string | undefined {
  if (!Object.hasOwn(options, name)) {
    const known = Object.keys(options).map((each) => `--${each}`);
    const [guess] = nearest(asGiven, known);
    return `There is no option ${asGiven}${guess === undefined ? '.' : `; did you mean ${guess}?`}`;
  }
  const { type } = options[name as keyof typeof options];
  if (type === 'boolean' && value !== undefined) return `${asGiven} takes no value.`;
  if (type === 'string' && (value === undefined || value === '')) return `${asGiven} needs a value after it.`;
  return undefined;
}

function unknownCommand(name: string): string {
  const [guess] = nearest(name, commandNames);
  if (guess !== undefined) return `There is no command "${name}"; did you mean "${guess}"?`;
  return `There is no command "${name}". To check files and folders: rolechain check PATH...`;
}

function readRule(rest: readonly string[]): Command {
  const [id, another] = rest;
  if (id === undefined || another !== undefined) return wrong('"rolechain rule" takes the name of one rule.');
  return { name: 'rule', id };
}

function readCheck(given: readonly string[], values: Readonly<Record<string, unknown>>): Command {
  const format = oneOf(reportFormats, values.format ?? 'text');
  if (format === undefined) return wrong(`--format takes one of ${reportFormats.join(', ')}, not "${values.format}".`);
  const failOn = oneOf(failOnValues, values['fail-on'] ?? 'warning');
  if (failOn === undefined)
    return wrong(`--fail-on takes one of ${failOnValues.join(', ')}, not "${values['fail-on']}".`);
  const kind = values.kind;
  if (kind !== undefined && !(typeof kind === 'string' && isPolicyKind(kind)))
    return wrong(`--kind takes one of ${policyKinds.join(', ')}, not "${kind}".`);
  const filename = values['stdin-filename'];
  const readsStdin = values.stdin === true;
  if (filename !== undefined && !readsStdin) return wrong('--stdin-filename is of use with --stdin only.');
  if (readsStdin && given.length > 0) return wrong('Give either --stdin or paths, not both.');
  // An empty path is most often a shell variable that is not set: checking the whole folder instead would mislead.
  if (given.includes('')) return wrong('A path is empty.');
  const writeBaseline = values['write-baseline'] === true;
  if (writeBaseline && readsStdin) return wrong('A baseline is of files: give --write-baseline without --stdin.');
  if (writeBaseline && format !== 'text') return wrong('--write-baseline reports nothing: give it without --format.');
  const stdin = typeof filename === 'string' ? { filename } : {};
  return {
    name: 'check',
    check: {
      paths: given.length > 0 || readsStdin ? given : ['.'],
      ...(readsStdin && { stdin }),
      format,
      failOn,
      ...(kind !== undefined && { kind }),
      ...configIn(values),
      ...(writeBaseline && { writeBaseline }),
    },
  };
}

function readGraph(given: readonly string[], values: Readonly<Record<string, unknown>>): Command {
  const format = oneOf(graphFormats, values.format ?? 'text');
  if (format === undefined) return wrong(`--format takes one of ${graphFormats.join(', ')}, not "${values.format}".`);
  if (given.includes('')) return wrong('A path is empty.');
  const { from, to } = values;
  return {
    name: 'graph',
    graph: {
      paths: given.length > 0 ? given : ['.'],
      format,
      ...(typeof from === 'string' && { from }),
      ...(typeof to === 'string' && { to }),
      ...configIn(values),
    },
  };
}

function readExplain(given: readonly string[], values: Readonly<Record<string, unknown>>): Command {
  const [source, target, ...paths] = given;
  if (!source || !target) return wrong('"rolechain explain" takes a source, a target, and paths.');
  if (paths.includes('')) return wrong('A path is empty.');
  return {
    name: 'explain',
    explain: { source, target, paths: paths.length > 0 ? paths : ['.'], ...configIn(values) },
  };
}

function configIn({ config }: Readonly<Record<string, unknown>>): { readonly config?: string } {
  return typeof config === 'string' ? { config } : {};
}

function readOrg(given: readonly string[], values: Readonly<Record<string, unknown>>): Command {
  if (given.length > 0) return wrong('"rolechain org" takes options only.');
  const format = oneOf(organizationFormats, values.format ?? 'tree');
  if (format === undefined)
    return wrong(`--format takes one of ${organizationFormats.join(', ')}, not "${values.format}".`);
  return { name: 'org', org: { format, ...(typeof values.profile === 'string' && { profile: values.profile }) } };
}

function readNew(given: readonly string[], values: Readonly<Record<string, unknown>>): Command {
  const { answers, out, force } = values;
  if (given.length > 0) return wrong('"rolechain new" takes options only.');
  if (typeof answers !== 'string') return wrong('Give the file of answers: rolechain new --answers FILE --out DIR.');
  if (typeof out !== 'string') return wrong('Say where to write: rolechain new --answers FILE --out DIR.');
  return { name: 'new', new: { answers, out, force: force === true } };
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((each) => each === value);
}
