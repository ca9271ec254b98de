import { findSourceMap } from 'node:module';

/**
 * Leads the frames of a stack back to the sources. Node does so by itself, but not where a program sets its own
 * way of writing stacks, as VS Code's extension host does. Source maps have to be enabled before the code is loaded.
 */
export function mapStack(stack: string): string {
  return stack.replace(/(\/[^\s():]+|[A-Za-z]:\\[^\s():]+):(\d+):(\d+)/g, (place, file: string, line, column) => {
    const entry = findSourceMap(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return place;
    return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
