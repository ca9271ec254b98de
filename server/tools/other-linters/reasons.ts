/** Why no rule finds what a check of another linter does, or what of it; where several checks have the same reason. */

export const inventory =
  'It tells what a policy can do, not what is wrong with it: many policies must be able to. That fits a review of an account; in an editor it would be a finding on every administrator.';
export const escalation =
  'Which actions together reach more than they say depends on the roles around them, and one policy alone does not show it. Role Chain reports what opens the way, such as passing or assuming any role.';
export const breadth =
  'All actions of one service are often meant, such as in the policy of whoever runs it. Where they are `*` on everything, `allow-everything` says so.';
export const anyResource =
  'Many actions take `*` only, and for others the whole account is often meant. Where `*` is dangerous, rules of their own say so: see `allow-everything`, `pass-role-any-role`, `assume-role-any-role` and `privilege-escalation`.';
export const onUsers =
  'It is a rule of a house: a policy says the same on a user as on a group. What it allows is checked wherever it is attached.';
export const allOfOne =
  'All actions of one service on one resource are often meant. To whom they are open is checked: see `resource-any-principal`.';
export const ownWill = 'It is a rule of a house and not a mistake in a policy.';
export const starInTrust =
  'In a trust policy `*` allows no more than the actions by which its principals assume the role. Who they are is what counts.';
export const permission =
  'A permission of a function is written as properties of its own and not as a policy. In the policy of a function that is written as one, `resource-any-principal` and `resource-missing-source-arn` say so.';
export const onEvery = 'where it takes one policy or one role of the template, and every resource is meant';
export const iamOnEvery = 'for the permissions of IAM itself, on every role, user or policy';
export const notAPolicy = 'It is about a user and its password, not about a policy.';
