import type { PolicyKind } from './policy-kind.ts';

/**
 * What the value of an element is. `strings`: one string or a list of them. `statements`: one statement or a list.
 * `principal`: `"*"`, or an object of principal types, each with `strings`. `conditions`: operator, then key, then
 * one value or a list.
 */
export type ElementValue = 'string' | 'strings' | 'statements' | 'principal' | 'conditions';

/** One element, as far as one kind of policy is concerned. */
export interface ElementRule {
  /** Case-sensitive. */
  readonly name: string;
  /** `forbidden`: AWS knows the element, but not in this kind. Elements that are not listed AWS does not know. */
  readonly use: 'required' | 'optional' | 'forbidden';
  readonly value: ElementValue;
  /** The rule that reports the element where it is forbidden, instead of the general rule on unknown elements. */
  readonly reportedBy?: string;
  /** The only effect beside which the element may stand. */
  readonly onlyWithEffect?: 'Deny';
  /** What decides the row where the kind's own source does not. */
  readonly why?: string;
}

/** Elements of which one statement may hold one; `required`: and must. */
export interface ElementChoice {
  readonly names: readonly [string, string];
  readonly required: boolean;
}

/** A type of principal, the key inside `Principal`. */
export type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

/** The grammar of one kind of policy. */
export interface PolicyGrammar {
  readonly kind: PolicyKind;
  readonly document: readonly ElementRule[];
  readonly statement: readonly ElementRule[];
  readonly choices: readonly ElementChoice[];
  readonly versions: readonly string[];
  readonly effects: readonly ('Allow' | 'Deny')[];
  /** The types that may stand inside `Principal`; empty where only `"*"` may, or no principal at all. */
  readonly principalTypes: readonly PrincipalType[];
  /** What a `Sid` has to look like; undefined where the services differ, or no statement of AWS was found. */
  readonly sidPattern: RegExp | undefined;
  /** Whether AWS refuses the same `Sid` twice in a document; false: not known to. */
  readonly sidsAreUnique: boolean;
  readonly source: string;
}

const VERSIONS = ['2012-10-17', '2008-10-17'] as const;
const EFFECTS = ['Allow', 'Deny'] as const;
const IAM_SID = /^[A-Za-z0-9]*$/;
const EVERY_PRINCIPAL_TYPE: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

const VERSION: ElementRule = { name: 'Version', use: 'optional', value: 'string' };
const STATEMENT: ElementRule = { name: 'Statement', use: 'required', value: 'statements' };
const OPTIONAL_ID: ElementRule = { name: 'Id', use: 'optional', value: 'string' };
const NO_ID: ElementRule = {
  name: 'Id',
  use: 'forbidden',
  value: 'string',
  why: 'IAM User Guide, IAM JSON policy elements: Id (for resource-based policies only)',
};
const TOLERATED_ID: ElementRule = {
  ...OPTIONAL_ID,
  why: "Not on the list of elements of this kind's syntax page; no refusal is documented either.",
};

const SID: ElementRule = { name: 'Sid', use: 'optional', value: 'string' };
const EFFECT: ElementRule = { name: 'Effect', use: 'required', value: 'string' };
const ACTION: ElementRule = { name: 'Action', use: 'optional', value: 'strings' };
const NOT_ACTION: ElementRule = { name: 'NotAction', use: 'optional', value: 'strings' };
const RESOURCE: ElementRule = { name: 'Resource', use: 'optional', value: 'strings' };
const NOT_RESOURCE: ElementRule = { name: 'NotResource', use: 'optional', value: 'strings' };
const CONDITION: ElementRule = { name: 'Condition', use: 'optional', value: 'conditions' };
const PRINCIPAL: ElementRule = { name: 'Principal', use: 'required', value: 'principal' };
const NOT_PRINCIPAL: ElementRule = {
  name: 'NotPrincipal',
  use: 'optional',
  value: 'principal',
  onlyWithEffect: 'Deny',
};

const ACTIONS_REQUIRED: ElementChoice = { names: ['Action', 'NotAction'], required: true };
const RESOURCES_REQUIRED: ElementChoice = { names: ['Resource', 'NotResource'], required: true };
const RESOURCES_POSSIBLE: ElementChoice = { names: ['Resource', 'NotResource'], required: false };

const IDENTITY_STATEMENT: readonly ElementRule[] = [
  SID,
  EFFECT,
  forbidden(PRINCIPAL),
  forbidden(NOT_PRINCIPAL),
  ACTION,
  NOT_ACTION,
  RESOURCE,
  NOT_RESOURCE,
  CONDITION,
];

const IDENTITY: PolicyGrammar = {
  kind: 'identity',
  document: [VERSION, NO_ID, STATEMENT],
  statement: IDENTITY_STATEMENT,
  choices: [ACTIONS_REQUIRED, RESOURCES_REQUIRED],
  versions: VERSIONS,
  effects: EFFECTS,
  principalTypes: [],
  sidPattern: IAM_SID,
  sidsAreUnique: true,
  source: 'IAM User Guide, grammar of the IAM JSON policy language; IAM JSON policy elements reference',
};

const TRUST: PolicyGrammar = {
  kind: 'trust',
  document: [VERSION, OPTIONAL_ID, STATEMENT],
  statement: [
    SID,
    EFFECT,
    PRINCIPAL,
    { ...forbidden(NOT_PRINCIPAL), reportedBy: 'trust-not-principal' },
    ACTION,
    // Nothing that AWS has published says that a trust policy refuses NotAction.
    NOT_ACTION,
    { ...forbidden(RESOURCE), reportedBy: 'trust-has-resource' },
    { ...forbidden(NOT_RESOURCE), reportedBy: 'trust-has-resource' },
    CONDITION,
  ],
  choices: [ACTIONS_REQUIRED],
  versions: VERSIONS,
  effects: EFFECTS,
  principalTypes: ['AWS', 'Service', 'Federated'],
  sidPattern: IAM_SID,
  sidsAreUnique: true,
  source:
    'IAM User Guide, IAM JSON policy elements: NotPrincipal; Access Analyzer policy check reference (role trust policy syntax errors)',
};

const RESOURCE_POLICY: PolicyGrammar = {
  kind: 'resource',
  document: [VERSION, OPTIONAL_ID, STATEMENT],
  statement: [
    SID,
    EFFECT,
    { ...PRINCIPAL, use: 'optional' },
    NOT_PRINCIPAL,
    ACTION,
    NOT_ACTION,
    RESOURCE,
    NOT_RESOURCE,
    CONDITION,
  ],
  // The policy of an ECR repository, for one, has no Resource: the resource is what the policy is attached to.
  choices: [{ names: ['Principal', 'NotPrincipal'], required: true }, ACTIONS_REQUIRED, RESOURCES_POSSIBLE],
  versions: VERSIONS,
  effects: EFFECTS,
  principalTypes: EVERY_PRINCIPAL_TYPE,
  // Services other than IAM take spaces and more.
  sidPattern: undefined,
  sidsAreUnique: false,
  source:
    'IAM User Guide, IAM JSON policy elements reference; Amazon ECR User Guide, private repository policy examples',
};

const ENDPOINT: PolicyGrammar = {
  ...RESOURCE_POLICY,
  kind: 'endpoint',
  statement: RESOURCE_POLICY.statement,
  // "It must contain a Principal element."
  choices: RESOURCE_POLICY.choices,
  source: 'AWS PrivateLink Guide, control access to VPC endpoints using endpoint policies',
};

const SCP: PolicyGrammar = {
  ...IDENTITY,
  kind: 'scp',
  document: [VERSION, TOLERATED_ID, STATEMENT],
  sidPattern: undefined,
  sidsAreUnique: false,
  source: 'AWS Organizations User Guide, SCP syntax (all elements, with Allow and with Deny)',
};

const RCP: PolicyGrammar = {
  kind: 'rcp',
  document: [{ ...VERSION, use: 'required' }, TOLERATED_ID, STATEMENT],
  statement: [
    SID,
    EFFECT,
    PRINCIPAL,
    forbidden(NOT_PRINCIPAL),
    { ...ACTION, use: 'required' },
    forbidden(NOT_ACTION),
    RESOURCE,
    NOT_RESOURCE,
    CONDITION,
  ],
  // "Each statement must contain the Resource or NotResource element", and the effect of one's own must be Deny, which
  // `rcp-unsupported-statement` reports. One example that AWS publishes (resource-control-policy-examples,
  // Shared-Issuers) has an Allow without a resource: it contradicts both.
  choices: [RESOURCES_REQUIRED],
  versions: ['2012-10-17'],
  effects: EFFECTS,
  // The principal of a resource control policy is "*", nothing else.
  principalTypes: [],
  sidPattern: undefined,
  sidsAreUnique: false,
  source: 'AWS Organizations User Guide, RCP syntax',
};

const GRAMMARS: Readonly<Record<PolicyKind, PolicyGrammar>> = {
  identity: IDENTITY,
  trust: TRUST,
  resource: RESOURCE_POLICY,
  scp: SCP,
  rcp: RCP,
  boundary: { ...IDENTITY, kind: 'boundary' },
  session: {
    ...IDENTITY,
    kind: 'session',
    source: 'STS API reference, AssumeRole (Policy); IAM User Guide, session policies',
  },
  endpoint: ENDPOINT,
};

/** The elements of a kind of policy, and what their values are. */
export function elementsOf(kind: PolicyKind): PolicyGrammar {
  return GRAMMARS[kind];
}

/** The row of one element; undefined where AWS has no element of that name at that level. Names are case-sensitive. */
export function findElement(kind: PolicyKind, level: 'document' | 'statement', name: string): ElementRule | undefined {
  return elementsOf(kind)[level].find((element) => element.name === name);
}

/** Whether the statements of the kind say whom they are for. */
export function takesPrincipal(kind: PolicyKind): boolean {
  return findElement(kind, 'statement', 'Principal')?.use !== 'forbidden';
}

function forbidden(element: ElementRule): ElementRule {
  return { name: element.name, value: element.value, use: 'forbidden' };
}
