import type { PolicyKind } from '../policy/kind.ts';
import type { Configuration, ConfiguredSuppression } from './configuration.ts';
import { matchGlobs } from './configuration-glob.ts';
import type { RuleSettings } from './run.ts';

/** What a configuration says of one file. */
export interface FileConfiguration {
  readonly ignored: boolean;
  readonly rules: RuleSettings;
  readonly kind?: PolicyKind;
  readonly suppressions: readonly ConfiguredSuppression[];
}

/** Answers for the files below the configuration's folder, by their path relative to it, `/` separated. */
export type FileConfigurations = (path: string) => FileConfiguration;

/** Compiles the globs of a configuration, once for all files. */
export function configureFiles(configuration: Configuration): FileConfigurations {
  const { rules = {} } = configuration;
  const isIgnored = matchGlobs(configuration.ignore ?? []);
  const overrides = (configuration.overrides ?? []).map((override) => ({
    ...override,
    matches: matchGlobs(override.files),
  }));
  const suppressions = (configuration.suppressions ?? []).map((suppression) => ({
    suppression,
    matches: matchGlobs([suppression.file]),
  }));
  return (path) => {
    const matching = overrides.filter((override) => override.matches(path));
    const changes = matching.map((override) => override.rules).filter((each) => each !== undefined);
    const kind = matching.findLast((override) => override.kind !== undefined)?.kind;
    return {
      ignored: isIgnored(path),
      rules: changes.length === 0 ? rules : Object.assign({}, rules, ...changes),
      ...(kind !== undefined && { kind }),
      suppressions: suppressions.flatMap(({ suppression, matches }) => (matches(path) ? [suppression] : [])),
    };
  };
}

/** True for what tools write from sources that are checked: left out everywhere. The path is `/` separated. */
export function isBuiltInIgnored(path: string): boolean {
  return /(?:^|\/)(?:node_modules|cdk\.out|\.git|\.aws-sam\/build)(?:\/|$)/.test(path);
}
