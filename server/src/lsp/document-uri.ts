import { slashed } from '../files/slashed.ts';
import { documentSchemes } from '../protocol/documents.ts';

/** True for documents that a user edits; see `documentSchemes`. */
export function isEdited(uri: string): boolean {
  return documentSchemes.includes(uri.slice(0, Math.max(0, uri.indexOf(':'))));
}

/** False for a text that was never saved: it is part of no workspace. */
export function isFile(uri: string): boolean {
  return uri.startsWith('file:');
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

/** The URI of a file, from a path as `pathOf` gives it; encoded as VS Code does. */
export function uriOfPath(path: string): string {
  const encode = (step: string) =>
    encodeURIComponent(step).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
  return `file://${path.split('/').map(encode).join('/')}`;
}

/** A path of the file system, as `pathOf` gives it. */
export function pathOfNative(native: string): string {
  const path = slashed(native);
  return path.startsWith('/') ? path : `/${path}`;
}

/** A path as `pathOf` gives it, as the file system takes it: on Windows without the slash before the drive. */
export function nativePath(path: string): string {
  return path.replace(/^\/(?=[A-Za-z]:)/, '');
}
