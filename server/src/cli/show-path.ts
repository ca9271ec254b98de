import path from 'node:path';

/** An absolute path as it is shown: relative to the working directory, separated by `/`. */
export function showPath(folder: string, absolute: string): string {
  const relative = path.relative(folder, absolute);
  return relative === '' ? '.' : relative.split(path.sep).join('/');
}
