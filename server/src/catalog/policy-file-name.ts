/** The words in the names of files that hold a policy alone: `NAME.trust.json`, `deploy-policy.json`, `workloads.scp.json`. */
const words = /(?:^|[^a-z])(?:trust|polic(?:y|ies)|permissions?|scp|rcp|boundary)(?:[^a-z]|$)/i;

/** Whether the name of a file says that it holds an IAM policy, whatever is in it yet. */
export function isNamedForPolicy(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return words.test(name.replace(/([a-z])([A-Z])/g, '$1-$2'));
}
