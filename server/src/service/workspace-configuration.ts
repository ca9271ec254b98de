import { keptWith } from '../base/once.ts';
import { ownValue } from '../base/table.ts';
import type { Deployment, FileParameters, ParameterValues } from '../lint/configuration.ts';
import { matchGlobs, type PathMatcher } from '../lint/configuration-glob.ts';
import type { AssemblyConfiguration, AssemblyDeployment, GivenValue, WorkspaceFile } from '../role/assembly-input.ts';
import type { FileSettings, LoadedConfiguration } from './configurations.ts';
import { isList } from './parameter-files.ts';

/** What the configuration of a file says of its roles: values of its parameters, and where they live. */
export type FilePlacement = Pick<WorkspaceFile, 'parameters' | 'deployments'>;

/** Compiled once for each text of a configuration. */
const compiled = keptWith<LoadedConfiguration, (path: string) => FilePlacement>();

export function placementOf({ configuration, relativePath }: FileSettings): FilePlacement {
  if (configuration === undefined || relativePath === undefined) return {};
  const place = compiled.get(configuration) ?? compile(configuration);
  compiled.set(configuration, place);
  return place(relativePath);
}

function compile({ read, parameterFiles }: LoadedConfiguration): (path: string) => FilePlacement {
  const { parameters, deployments = [], accounts = {} } = read.configuration;
  const values = parameterSets(parameters, parameterFiles);
  const places = deployments.map((each) => ({
    matches: matchGlobs(each.files),
    deployment: deploymentOf(each, accounts),
  }));
  return (path) => {
    const given = values.filter(({ matches }) => matches(path)).map((each) => each.values);
    const deployed = places.filter(({ matches }) => matches(path)).map((each) => each.deployment);
    return {
      ...(given.length > 0 && { parameters: Object.assign({}, ...given) }),
      ...(deployed.length > 0 && { deployments: deployed }),
    };
  };
}

interface ParameterSet {
  readonly matches: PathMatcher;
  readonly values: Readonly<Record<string, GivenValue>>;
}

function parameterSets(
  parameters: ParameterValues | readonly FileParameters[] | undefined,
  filed: LoadedConfiguration['parameterFiles'],
): readonly ParameterSet[] {
  if (parameters === undefined) return [];
  if (!isList(parameters)) return [{ matches: () => true, values: parameters }];
  return parameters.map(({ files, values, from = [] }) => ({
    matches: matchGlobs(files),
    values: Object.assign({}, ...from.map(({ file }) => filedValues(file, filed)), values),
  }));
}

function filedValues(file: string, filed: LoadedConfiguration['parameterFiles']): ParameterSet['values'] {
  const values = filed.get(file)?.values ?? [];
  return Object.fromEntries([...values].map(([name, value]) => [name, { file, value }]));
}

/** Names of accounts are those of this configuration: another one may use them for other accounts. */
type Accounts = Readonly<Record<string, string>>;

function deploymentOf({ account, organizationalUnits }: Deployment, accounts: Accounts): AssemblyDeployment {
  return {
    ...(account !== undefined && { account: ownValue(accounts, account) ?? account }),
    ...(organizationalUnits && { organizationalUnits }),
  };
}

/** What the configurations of a workspace say of it together. Their paths become those of the workspace. */
export function assemblyConfiguration(configurations: readonly LoadedConfiguration[]): AssemblyConfiguration {
  const all = configurations.map(({ folder, read }) => ({
    ...read.configuration,
    at: (path: string) => join(folder, path),
  }));
  return {
    roles: all.flatMap(({ roles = [], accounts = {}, at }) =>
      roles.map(({ trust, permissions, boundary, account, ...role }) => ({
        ...role,
        ...(account !== undefined && { account: ownValue(accounts, account) ?? account }),
        ...(trust !== undefined && { trust: at(trust) }),
        ...(permissions !== undefined && { permissions: permissions.map(at) }),
        ...(boundary !== undefined && { boundary: at(boundary) }),
      })),
    ),
    controlPolicies: all.flatMap(({ controlPolicies = [], accounts = {}, at }) =>
      controlPolicies.map(({ targets = [], ...each }) => ({
        ...each,
        file: at(each.file),
        targets: targets.map((target) => ownValue(accounts, target) ?? target),
      })),
    ),
  };
}

function join(folder: string, path: string): string {
  return `${folder}/${path.replace(/^(?:\.?\/)+/, '')}`;
}
