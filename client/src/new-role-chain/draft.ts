import type { RoleChainAnswers, ServiceChoice } from '../../../server/src/protocol/role-chain.ts';

/**
 * What a person has answered so far, in the words of the questions. An answer stays when a person goes back and chooses
 * another way: it is at hand if they return.
 */
export interface Draft {
  readonly source?: SourceKind;
  /** Of a Lambda function. */
  readonly functionName?: string;
  readonly service?: ServiceChoice;
  /** For `aws:SourceArn` of a service. */
  readonly resource?: string;
  readonly provider?: ProviderKind;
  /** Of the provider. */
  readonly host?: string;
  readonly subject?: string;
  readonly audience?: string;
  readonly samlProvider?: string;
  readonly format?: 'template' | 'json';
  /** Empty: left open. */
  readonly region?: string;
  /** Of the source; empty: left open. */
  readonly account?: string;
  /** Path and name in one: `/Security/Scanner`. */
  readonly sourceRole?: string;
  readonly targetRole?: string;
  readonly targets?: RoleChainAnswers['targets'];
  /** Empty: none. */
  readonly deploymentRole?: string;
  readonly permissions?: readonly string[];
  readonly lockFunction?: boolean;
  /** URI of a folder of the workspace, where there are several. */
  readonly root?: string;
  /** Of the files, within the folder of the workspace: `iam/scanner`. */
  readonly folder?: string;
}

export type SourceKind = 'function' | 'service' | 'federated';

export type ProviderKind = 'github' | 'gitlab' | 'oidc' | 'saml';

/** The two parts of `/Security/Scanner`, which are `/Security/` and `Scanner`. */
export function splitRole(text: string): { readonly path: string; readonly name: string } {
  const end = text.lastIndexOf('/') + 1;
  const path = text.slice(0, end);
  return { path: path.startsWith('/') ? path : `/${path}`, name: text.slice(end) };
}
