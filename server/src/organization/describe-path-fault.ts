import type { PathFault } from './path-pattern.ts';

/** What is wrong with a path that a person types, in one sentence. `written` is the part that is to blame. */
export function describePathFault({ fault }: PathFault, written: string): string {
  switch (fault) {
    case 'arn':
      return 'This is an ARN: a path is made of ids, o-…/r-…/ou-…/.';
    case 'account':
      return `"${written}" is an account: a path ends with the organizational unit that holds it.`;
    case 'empty':
      return 'An id is missing: a path is o-…/r-…/ou-…/.';
    case 'no-root':
      return "The root's id is missing: a path is o-…/r-…/ou-…/.";
    case 'misplaced':
      return `"${written}" is in the wrong place: a path goes from the top down, o-…/r-…/ou-…/.`;
    case 'no-id':
      return `"${written}" is no id that can stand there: a path is o-…/r-…/ou-…/.`;
    case 'other-root':
      return `"${written}" belongs to another root.`;
    default:
      return fault satisfies never;
  }
}
