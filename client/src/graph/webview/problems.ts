import type { PictureProblem } from '../../../../server/src/protocol/graph.ts';

/** Why nothing is drawn, and what to do. */
export function sayProblem(problem: PictureProblem): string {
  switch (problem.type) {
    case 'empty':
      return 'No policy and no template that was read says anything of a role.';
    case 'filtered':
      return 'No role is left: show hops in more states, or look for another name.';
    case 'gone':
      return 'What this was the graph of is not in the workspace any more.';
    case 'too-large':
      return (
        `${problem.roles} roles with ${problem.hops} hops are too many to be read in one picture. Find a role by a part of its name and ` +
        'press Only These, or put the cursor on a role in the editor and run Role Chain: Show Graph.'
      );
    default:
      return problem satisfies never;
  }
}
