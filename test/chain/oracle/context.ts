import type { Caller } from './evaluate.ts';
import type { Context } from './policy.ts';

/** Where an account is; undefined: in no organization. */
export type OrganizationPath = string | undefined;

/**
 * What AWS itself puts into the request. `others` are the keys that the caller or the network brings.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestContext(
  caller: Caller,
  target: { readonly account: string; readonly path: OrganizationPath },
  callerPath: OrganizationPath,
  others: ReadonlyMap<string, readonly string[]>,
): Context {
  const context = new Map<string, readonly string[]>();
  context.set('aws:resourceaccount', [target.account]);
  addOrganization(context, 'aws:resource', target.path);
  if (caller.kind === 'service') {
    context.set('aws:principalisawsservice', ['true']);
    context.set('aws:principalservicename', [caller.service]);
  } else {
    context.set('aws:principalisawsservice', ['false']);
    context.set('aws:principalarn', [caller.arn]);
    context.set('aws:principalaccount', [caller.account]);
    context.set('aws:principaltype', [caller.kind === 'role' ? 'AssumedRole' : 'User']);
    addOrganization(context, 'aws:principal', callerPath);
  }
  for (const [key, values] of others) context.set(key.toLowerCase(), values);
  return context;
}

function addOrganization(context: Map<string, readonly string[]>, prefix: string, path: OrganizationPath): void {
  if (path === undefined) return;
  context.set(`${prefix}orgid`, [path.split('/')[0] ?? '']);
  context.set(`${prefix}orgpaths`, [path]);
}
