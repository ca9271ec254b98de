import type { Range } from './report.ts';

/** The name under which SARIF tools know the top of what was checked. */
export const sourceRoot = '%SRCROOT%';

export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId: typeof sourceRoot;
}

/** A file by its path relative to the working directory, `/` separated. */
export function artifactOf(path: string): ArtifactLocation {
  // Half of a surrogate pair, which a file name of Windows may hold, has no place in a URI.
  const segments = path.replace(/\p{Surrogate}/gu, '\ufffd').split('/');
  return { uri: segments.map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}

/** Lines and columns from 1, columns in UTF-16 code units; the end column is the one after the last. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A range as SARIF has it. */
export function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A range of a file as SARIF has it. */
export function physicalLocation(
  path: string,
  range: Range,
): { readonly artifactLocation: ArtifactLocation; readonly region: Region } {
  return { artifactLocation: artifactOf(path), region: regionOf(range) };
}
