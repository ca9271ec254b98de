import { documentSchemes } from '../protocol/documents.ts';

/** True for documents that a user edits; see `documentSchemes`. */
export function isEdited(uri: string): boolean {
  return documentSchemes.includes(uri.slice(0, Math.max(0, uri.indexOf(':'))));
}

/** The `/` separated path of a document's URI, decoded; `Untitled-1` for a text that was never saved. */
export function pathOf(uri: string): string {
  const path = uri.replace(/^[^:]*:(\/\/[^/]*)?/, '').replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
