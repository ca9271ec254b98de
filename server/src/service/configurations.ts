import { groupBy } from '../base/group.ts';
import type { AcceptedFinding } from '../lint/baseline.ts';
import { readBaseline } from '../lint/baseline-file.ts';
import { type ConfiguredSuppression, configurationName } from '../lint/configuration.ts';
import { configureFiles } from '../lint/configuration-file.ts';
import type { ReadConfiguration } from '../lint/configuration-read.ts';
import type { RuleSettings } from '../lint/run.ts';
import type { Organization } from '../organization/organization.ts';
import { type OrganizationReading, readOrganization } from '../organization/organization-file.ts';
import type { PolicyKind } from '../policy/kind.ts';
import { readOwnConfiguration } from './analyse-configuration.ts';
import type { AnalysisOptions } from './analysis.ts';
import { namedParameterFiles, type ParameterFiles, readParameterFiles } from './parameter-files.ts';

/** What the outside knows of files. Paths are absolute and `/` separated. */
export interface ConfigurationHost {
  /** Undefined for a file that is not there or cannot be read. An editor's unsaved text counts before the disk's. */
  readonly readText: (path: string) => string | undefined;
}

/** A configuration file with all that hangs on it. */
export interface LoadedConfiguration {
  readonly path: string;
  /** What its globs and paths are relative to; without a `/` at its end. */
  readonly folder: string;
  readonly text: string;
  /** What is wrong with the files of parameters that it names is among its problems. */
  readonly read: ReadConfiguration;
  /** By the names that it has for them. */
  readonly parameterFiles: ParameterFiles['read'];
  /** All files that it names to be read beside it, absolute. */
  readonly namedPaths: readonly string[];
  /** Absolute, where there is one. */
  readonly baselinePath?: string;
  /** Undefined where there is none, or it cannot be read. */
  readonly baseline?: readonly AcceptedFinding[];
  /** The imported organization that is named, or why it cannot be read. */
  readonly organization?: OrganizationReading;
}

/** How one file is to be checked. */
export interface FileSettings {
  readonly configuration?: LoadedConfiguration;
  /** Relative to the configuration's folder; undefined without one, and for a file outside of that folder. */
  readonly relativePath?: string;
  /** The configuration says not to check it. */
  readonly ignored: boolean;
  readonly rules: RuleSettings;
  readonly kind?: PolicyKind;
  readonly suppressions: readonly ConfiguredSuppression[];
  readonly accepted: readonly AcceptedFinding[];
}

interface Loaded {
  readonly configuration: LoadedConfiguration;
  /** What was read of its text alone. */
  readonly own: ReadConfiguration;
  /** The texts of the files that it names, by their paths. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  readonly settingsOf: (path: string) => FileSettings;
}

const unconfigured: FileSettings = { ignored: false, rules: {}, suppressions: [], accepted: [] };

/** Finds and keeps the configurations of files: the nearest ancestor's, or one that was named for all. */
export class Configurations {
  readonly #host: ConfigurationHost;
  readonly #named: string | undefined;
  /** By folder. */
  readonly #nearest = new Map<string, Loaded | undefined>();
  /** By path; what is still of the same text is used again. */
  readonly #loaded = new Map<string, Loaded>();

  /** `named` is the path of the one configuration that is to hold for all files. */
  constructor(host: ConfigurationHost, named?: string) {
    this.#host = host;
    this.#named = named;
  }

  /** Of a path without a folder, as that of a text that was never saved, nothing is said. */
  settingsOf(path: string): FileSettings {
    const folder = folderOf(path);
    return (folder === undefined ? undefined : this.#find(folder))?.settingsOf(path) ?? unconfigured;
  }

  /** The configuration that holds in a folder; without a `/` at its end. */
  of(folder: string): LoadedConfiguration | undefined {
    return this.#find(folder)?.configuration;
  }

  /** Whether a configuration that was read names the file: its baseline, its organization, its files of parameters. */
  isNamed(path: string): boolean {
    return [...this.#loaded.values()].some(({ texts }) => texts.has(path));
  }

  /** Whether a configuration that was read, or a file that it names, lies in the folder. */
  areWithin(folder: string): boolean {
    const isWithin = (path: string) => pathWithin(folder, path) !== undefined;
    return [...this.#loaded].some(([path, { texts }]) => isWithin(path) || [...texts.keys()].some(isWithin));
  }

  /** To be called when a configuration, or a file that it names, may have changed. */
  refresh(): void {
    this.#nearest.clear();
  }

  #find(folder: string): Loaded | undefined {
    const start = this.#named === undefined ? folder : '';
    if (this.#nearest.has(start)) return this.#nearest.get(start);
    const found = this.#load(this.#named ?? `${folder}/${configurationName}`) ?? this.#findAbove(folder);
    this.#nearest.set(start, found);
    return found;
  }

  #findAbove(folder: string): Loaded | undefined {
    const above = this.#named === undefined ? folderOf(folder) : undefined;
    return above === undefined ? undefined : this.#find(above);
  }

  #load(path: string): Loaded | undefined {
    const text = this.#host.readText(path);
    if (text === undefined) return undefined;
    const known = this.#loaded.get(path);
    const folder = folderOf(path) ?? '';
    const own = known?.configuration.text === text ? known.own : readOwnConfiguration(text);
    const { baseline, organization } = own.configuration;
    const baselinePath = baseline === undefined ? undefined : pathBelow(folder, baseline);
    const organizationPath = organization?.file === undefined ? undefined : pathBelow(folder, organization.file);
    const named = namedParameterFiles(own.configuration).map(({ file }) => pathBelow(folder, file));
    const paths = new Set([baselinePath, organizationPath, ...named].filter((each) => each !== undefined));
    const texts = new Map([...paths].map((each) => [each, this.#host.readText(each)]));
    if (known?.own === own && [...texts].every(([each, content]) => known.texts.get(each) === content)) return known;
    const parameterFiles = readParameterFiles(own.configuration, (file) => texts.get(pathBelow(folder, file)));
    const given = {
      path,
      folder,
      text,
      read: { ...own, problems: [...own.problems, ...parameterFiles.problems] },
      parameterFiles: parameterFiles.read,
      namedPaths: [...paths],
      ...(baselinePath !== undefined && { baselinePath }),
      ...(organizationPath !== undefined && { organization: readNamed(texts.get(organizationPath)) }),
    };
    const baselineText = baselinePath === undefined ? undefined : texts.get(baselinePath);
    const loaded = { ...prepare(given, baselineText), own, texts };
    this.#loaded.set(path, loaded);
    return loaded;
  }
}

/** The settings of the command line or of an editor go with those of the file. */
export function analysisOptions(
  { rules, kind, suppressions, accepted }: FileSettings,
  given: Pick<AnalysisOptions, 'rules' | 'kind' | 'editorReportsSyntax' | 'iamData'>,
): AnalysisOptions {
  const word = given.kind ?? kind;
  return {
    rules: joinRules(given.rules, rules),
    ...(word !== undefined && { kind: word }),
    ...(given.editorReportsSyntax && { editorReportsSyntax: true }),
    ...(given.iamData && { iamData: given.iamData }),
    suppressions,
    accepted,
  };
}

/** The same object for the same settings wherever that costs nothing: rules are made ready once for each. */
function joinRules(given: RuleSettings, own: RuleSettings): RuleSettings {
  if (Object.keys(own).length === 0) return given;
  return Object.keys(given).length === 0 ? own : { ...given, ...own };
}

/** The organization that the configuration imports: none where there is none, or it cannot be read. */
export function importedOrganizations({ configuration }: FileSettings): readonly Organization[] {
  const organization = configuration?.organization?.organization;
  return organization === undefined ? [] : [organization];
}

/** The path relative to the folder; undefined for one outside of it. Both absolute. */
export function pathWithin(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

function pathBelow(folder: string, relative: string): string {
  return `${folder}/${relative.replace(/^(?:\.?\/)+/, '')}`;
}

function readNamed(text: string | undefined): OrganizationReading {
  return text === undefined ? { problem: 'The file is not there, or cannot be read.' } : readOrganization(text);
}

function prepare(
  given: LoadedConfiguration,
  baselineText: string | undefined,
): Pick<Loaded, 'configuration' | 'settingsOf'> {
  const baseline = baselineText === undefined ? undefined : readBaseline(baselineText);
  const configuration = { ...given, ...(baseline !== undefined && { baseline }) };
  const acceptedIn = groupBy(baseline ?? [], ({ file }) => file);
  const filesOf = configureFiles(configuration.read.configuration);
  const known = new Map<string, FileSettings>();
  const settingsOf = (path: string): FileSettings => {
    const relativePath = pathWithin(configuration.folder, path);
    if (relativePath === undefined)
      return { ...unconfigured, configuration, rules: configuration.read.configuration.rules ?? {} };
    return { configuration, relativePath, ...filesOf(relativePath), accepted: acceptedIn.get(relativePath) ?? [] };
  };
  return {
    configuration,
    settingsOf(path) {
      const settings = known.get(path) ?? settingsOf(path);
      known.set(path, settings);
      return settings;
    },
  };
}

/** Undefined for a path without a folder. The folder of the uppermost files is `` or a drive. */
function folderOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? undefined : path.slice(0, slash);
}
