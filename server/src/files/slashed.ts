import path from 'node:path';

/** An absolute path as the configuration has it: separated by `/` on every platform. */
export function slashed(absolute: string): string {
  return absolute.split(path.sep).join('/');
}
