import { wildcardMatches } from '../base/wildcard.ts';

export { wildcardMatches } from '../base/wildcard.ts';

/** Action names are compared without case. */
export function actionMatches(pattern: string, action: string): boolean {
  if (pattern === '*') return true;
  if (pattern.length !== action.length && !hasWildcard(pattern)) return false;
  return wildcardMatches(pattern.toLowerCase(), action.toLowerCase());
}

export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}
