/** What a person says of a role chain that is to be written. The same as `RoleChainAnswers` of the protocol, read. */
export interface Answers {
  readonly source: Source;
  readonly sourceRole: RoleName;
  readonly targetRole: RoleName;
  readonly targets: Targets;
  /** `s3:GetBucketPolicy`; what the target role may call. */
  readonly permissions?: readonly string[];
  /** Also hold `sts:AssumeRole` of the source role to the function's own code. */
  readonly lockFunction?: boolean;
  /** Exempt from the SCP: an ARN, `*` for the account and in names. */
  readonly deploymentRole?: string;
  readonly format?: SourceFormat;
}

export type SourceFormat = 'template' | 'json';

export const sourceFormats: readonly SourceFormat[] = ['template', 'json'];

export interface RoleName {
  readonly name: string;
  /** `/` where it is left out. */
  readonly path?: string;
}

export type Source = FunctionSource | ServiceSource | FederatedSource;

/** Where the source is. */
interface SourcePlace {
  readonly region?: string;
  /** Twelve digits. */
  readonly account?: string;
}

export interface FunctionSource extends SourcePlace {
  readonly kind: 'function';
  readonly name: string;
}

export interface ServiceSource extends SourcePlace {
  readonly kind: 'service';
  readonly service: string;
  /** For `aws:SourceArn`. */
  readonly resource?: string;
}

export type FederatedSource = SourcePlace & { readonly kind: 'federated' } & Provider;

/** Who vouches for the caller: a provider of web identities, or one of SAML. */
export type Provider =
  | { readonly provider: 'github'; readonly subject: string; readonly audience?: string }
  | { readonly provider: 'gitlab'; readonly subject: string; readonly audience?: string; readonly host?: string }
  | { readonly provider: 'oidc'; readonly subject: string; readonly audience: string; readonly host: string }
  | { readonly provider: 'saml'; readonly name: string; readonly audience?: string };

export const providers: readonly Provider['provider'][] = ['github', 'gitlab', 'oidc', 'saml'];

/** All accounts in a unit and below it, or one account. */
export type Targets = { readonly organizationPath: string } | { readonly account: string };

/** Something that keeps an answer from being used. */
export interface AnswerProblem {
  /** The way to the answer: `sourceRole`, `path`. Empty: the answers as a whole. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The way to an answer as a person reads it: `permissions[2]`, `sourceRole.path`. */
export function answerName(path: AnswerProblem['path']): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
