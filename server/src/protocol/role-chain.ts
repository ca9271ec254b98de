/**
 * What an editor asks to have a role chain written: both roles, the SCP that protects the target, a session policy, code
 * and a page with the commands. The server only answers with texts; the editor writes the files.
 */
export const roleChainRequests = {
  /** Without parameters: `RoleChainChoices`. Units and accounts come from the requests about organizations. */
  choices: 'rolechain/roleChain/choices',
  /** `CheckAnswerParams` -> `CheckedAnswer`: for one answer while it is typed. */
  check: 'rolechain/roleChain/check',
  /** `WriteRoleChainParams` -> `WrittenRoleChain`: for a preview, and to write the files. */
  write: 'rolechain/roleChain/write',
} as const;

/** The whole of the answers: also what the file of `rolechain new --answers FILE` holds, as JSON. */
export interface RoleChainAnswers {
  readonly source: RoleChainSource;
  readonly sourceRole: RoleChainRole;
  readonly targetRole: RoleChainRole;
  readonly targets: RoleChainTargets;
  /** Actions that the target role may call, `s3:GetBucketPolicy`, `s3:Get*`; may be empty or left out. */
  readonly permissions?: readonly string[];
  /**
   * Hold `sts:AssumeRole` of the source role to calls from the function's own code (`lambda:SourceFunctionArn`). Only
   * for a source of kind `function`; left out: false.
   */
  readonly lockFunction?: boolean;
  /**
   * The role that deploys, exempt from the SCP: an ARN, with `*` for the account and in names. Left out: nobody but the
   * stack set's own roles (for one account: it has to be there).
   */
  readonly deploymentRole?: string;
  /** How the source role is written. The target role is a template in any case. Left out: `template`. */
  readonly format?: 'template' | 'json';
}

export interface RoleChainRole {
  readonly name: string;
  /** `/` or `/Some/Path/`. Left out: `/`. */
  readonly path?: string;
}

/**
 * What assumes the source role. `account` (twelve digits) and `region` are those of the source: with `format: "json"`
 * both are needed for a function or a service, and the account for any source; in a template they may be left out.
 * The Region says which partition all of it is in; without one it is `aws`.
 */
export type RoleChainSource = FunctionSource | ServiceSource | FederatedSource;

interface SourcePlace {
  readonly region?: string;
  readonly account?: string;
}

export interface FunctionSource extends SourcePlace {
  readonly kind: 'function';
  /** Of the Lambda function. */
  readonly name: string;
}

export interface ServiceSource extends SourcePlace {
  readonly kind: 'service';
  /** One of `RoleChainChoices.services`: `ecs-tasks.amazonaws.com`. */
  readonly service: string;
  /**
   * For `aws:SourceArn`: an ARN, `*` where a part is not to be pinned. Left out where `ServiceChoice.resource` is
   * undefined; else it is needed.
   */
  readonly resource?: string;
}

export type FederatedSource = SourcePlace & { readonly kind: 'federated' } & (
    | {
        readonly provider: 'github';
        /** The `sub` of the token, `*` and `?` in it: `repo:my-org/my-repo:ref:refs/heads/main`. */
        readonly subject: string;
        /** Left out: `sts.amazonaws.com`. */
        readonly audience?: string;
      }
    | {
        readonly provider: 'gitlab';
        /** `project_path:my-group/my-project:ref_type:branch:ref:main` */
        readonly subject: string;
        /** Left out: `https://` and the host. */
        readonly audience?: string;
        /** Of an instance of one's own. Left out: `gitlab.com`. */
        readonly host?: string;
      }
    | {
        readonly provider: 'oidc';
        /** Of the provider, without `https://`; may have a path: `oidc.example.com/tenant`. */
        readonly host: string;
        readonly subject: string;
        readonly audience: string;
      }
    | {
        readonly provider: 'saml';
        /** Of the SAML provider in IAM: `arn:aws:iam::111122223333:saml-provider/NAME`. */
        readonly name: string;
        /** For `saml:aud`. Left out: the sign-in page of the partition. */
        readonly audience?: string;
      }
  );

/** Where the target role goes: to all accounts in and below a unit, by a stack set, or to one account. */
export type RoleChainTargets =
  | {
      /** `o-…/r-…/ou-…`, from the top down; a slash or `/*` at the end changes nothing. */
      readonly organizationPath: string;
    }
  | { readonly account: string };

export interface RoleChainChoices {
  readonly services: readonly ServiceChoice[];
  /** Those that are known, of all partitions. Another one that is written like them can be named too. */
  readonly regions: readonly string[];
  /** What the answers are where nothing is said. */
  readonly defaults: {
    readonly targetPath: string;
    readonly deploymentRole: string;
  };
}

/** A service that can be the source. Functions (`lambda.amazonaws.com`) are not among them. */
export interface ServiceChoice {
  readonly service: string;
  /** Services that send nothing by which the role can be pinned, or of which that is not known, are not offered. */
  readonly sends: 'source-arn';
  /** For a list: "sends aws:SourceArn", "…: test before rollout". */
  readonly note: string;
  /**
   * What `resource` looks like: `arn:aws:states:<Region>:<Account>:stateMachine:<StateMachineName>`. The words in `<…>`
   * are to be replaced, and `aws` by the partition. Undefined where the answer is left out: the service always sends the
   * same for all of an account.
   */
  readonly resource?: string;
}

/** Which answer: the way to it in the answers. A single action is asked about as `permissions`. */
export type RoleChainAnswerName =
  | 'source.name'
  | 'source.service'
  | 'source.resource'
  | 'source.region'
  | 'source.account'
  | 'source.host'
  | 'source.subject'
  | 'source.audience'
  | 'sourceRole.name'
  | 'sourceRole.path'
  | 'targetRole.name'
  | 'targetRole.path'
  | 'targets.organizationPath'
  | 'targets.account'
  | 'permissions'
  | 'deploymentRole';

export interface CheckAnswerParams {
  readonly answer: RoleChainAnswerName;
  /** As it is typed so far. */
  readonly value: string;
  /** Those given before: what fits depends on them (partition, length of path and name, kind of source). */
  readonly answers?: unknown;
}

export interface CheckedAnswer {
  /** One sentence; undefined where the answer can be used. */
  readonly problem?: string;
  /** Where it can be used, and there is something to know: names of a unit, an action that is very broad. */
  readonly note?: string;
}

export interface WriteRoleChainParams {
  readonly answers: RoleChainAnswers;
}

export type WrittenRoleChain =
  | {
      readonly files: readonly RoleChainFile[];
      /** What to know before it is deployed, one sentence each. They also stand in the page. */
      readonly notes: readonly string[];
      readonly problems?: undefined;
    }
  | {
      /** All that is wrong with the answers. */
      readonly problems: readonly RoleChainProblem[];
      readonly files?: undefined;
      readonly notes?: undefined;
    };

export interface RoleChainFile {
  /** Relative to the folder that was chosen, `/` separated: `source-role.yaml`. */
  readonly path: string;
  readonly text: string;
  /** What it is, for a list. */
  readonly title: string;
}

export interface RoleChainProblem {
  /** The way to the answer, `sourceRole.name`; empty for the answers as a whole. */
  readonly answer: string;
  readonly message: string;
}
