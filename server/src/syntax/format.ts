import { table } from '../base/table.ts';
import type { Format } from './fragment.ts';

const formats: Readonly<Record<string, Format>> = table({
  json: 'json',
  jsonc: 'jsonc',
  yaml: 'yaml',
  yml: 'yaml',
});

/** Languages of an editor whose names are not those of file endings. */
const languages: Readonly<Record<string, Format>> = table({
  ...formats,
  'cloudformation-json': 'json',
  'cloudformation-yaml': 'yaml',
});

/** In characters: a `.template` in which more than this stands before a brace is not looked at further. */
export const longestBlankBeginning = 1000;

/**
 * The format of a file by the ending of its path, else by the editor's language id. A `.template` may be either: its
 * `text` says which, JSON when it begins with a brace. Undefined for any other file.
 */
export function formatOf(path: string, languageId?: string, text = ''): Format | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (languageId === 'jsonc' && ending === 'json') return 'jsonc';
  if (ending === 'template') return /^\uFEFF?\s*\{/.test(text) ? 'json' : 'yaml';
  return formats[ending] ?? (languageId === undefined ? undefined : languages[languageId]);
}
