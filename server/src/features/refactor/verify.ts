import { applyChanges, type TextChange } from '../../edit/change.ts';
import type { FragmentModel } from '../../lint/model.ts';
import { commentsOf } from './comments.ts';
import { meaningOf } from './meaning.ts';
import { type Outcome, refuse, type Scene } from './refactoring.ts';

/** What must be the same after an edit. */
export interface Expectation {
  /** `same`: policies say the same. `same by data`: with wildcards as the actions that they stand for. `other`: not asked. */
  readonly meaning: 'same' | 'same by data' | 'other';
}

/**
 * An edit is offered only where the text after it is as well-formed as the one before, has the same comments and says
 * the same: what one of the steps that led to it has overlooked is found here.
 */
export function verify(scene: Scene, done: Outcome, expected: Expectation): Outcome {
  const fault = done.changes && faultOf(scene, done.changes, expected);
  return fault === undefined ? done : refuse(fault);
}

function faultOf({ model, iamData, reread }: Scene, changes: readonly TextChange[], expected: Expectation) {
  const at = model.tree.key?.span.start ?? 0;
  const after = reread(applyChanges(model.text, changes), at);
  if (after === undefined || problemCount(after) > problemCount(model))
    return 'The text would not be well-formed then.';
  if (commentsOf(after).join('\n') !== commentsOf(model).join('\n')) return 'A comment would be lost: move it first.';
  if (expected.meaning === 'other') return undefined;
  const data = expected.meaning === 'same by data' ? iamData : undefined;
  const told = (each: FragmentModel) =>
    policiesOf(each).map((policy) => [policy.kind, policy.owner?.property, [...meaningOf(policy, data)].sort()]);
  return JSON.stringify(told(after)) === JSON.stringify(told(model))
    ? undefined
    : 'The policy would not say the same then.';
}

function policiesOf(model: FragmentModel) {
  return [model, ...model.nested].flatMap(({ policies }) => policies);
}

function problemCount(model: FragmentModel): number {
  const embedded = policiesOf(model).reduce((sum, { embedding }) => sum + (embedding?.problems.length ?? 0), 0);
  return model.tree.problems.length + embedded;
}
