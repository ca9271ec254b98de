import type { Rule } from '../lint/rule.ts';
import { accountUnknown } from './account-unknown.ts';
import { actionMatchesNothing } from './action-matches-nothing.ts';
import { actionResourceMismatch } from './action-resource-mismatch.ts';
import { administratorAccessAttached } from './administrator-access-attached.ts';
import { allowEverything } from './allow-everything.ts';
import { allowNotAction } from './allow-not-action.ts';
import { allowNotResource } from './allow-not-resource.ts';
import { allowWithNotPrincipal } from './allow-with-not-principal.ts';
import { arnMatchesNothing } from './arn-matches-nothing.ts';
import { arnWildcardCrossesFields } from './arn-wildcard-crosses-fields.ts';
import { arnWithoutPath } from './arn-without-path.ts';
import { assumeRoleAnyAccount } from './assume-role-any-account.ts';
import { assumeRoleAnyRole } from './assume-role-any-role.ts';
import { assumeRoleWholeOrganization } from './assume-role-whole-organization.ts';
import { assumeRoleWildcardName } from './assume-role-wildcard-name.ts';
import { audienceWithSetOperator } from './audience-with-set-operator.ts';
import { chainCycle } from './chain-cycle.ts';
import { chainEscalates } from './chain-escalates.ts';
import { chainReachesAdministrator } from './chain-reaches-administrator.ts';
import { chainedSessionTooLong } from './chained-session-too-long.ts';
import { cidrHostBits } from './cidr-host-bits.ts';
import { cognitoGuestUsers } from './cognito-guest-users.ts';
import { conditionKeyNeverPresent } from './condition-key-never-present.ts';
import { conditionNeverTrueForHop } from './condition-never-true-for-hop.ts';
import { conditionTagKeyMissing } from './condition-tag-key-missing.ts';
import { conditionTypeMismatch } from './condition-type-mismatch.ts';
import { constantCondition } from './constant-condition.ts';
import { createServiceLinkedRoleAny } from './create-service-linked-role-any.ts';
import { deceptiveCharacter } from './deceptive-character.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateSid } from './duplicate-sid.ts';
import { dynamodbAttributesWithoutSelect } from './dynamodb-attributes-without-select.ts';
import { emptyElement } from './empty-element.ts';
import { externalIdMismatch } from './external-id-mismatch.ts';
import { forAllValuesWithoutKey } from './for-all-values-without-key.ts';
import { forgeableConditionKey } from './forgeable-condition-key.ts';
import { forgottenSub } from './forgotten-sub.ts';
import { functionNameNearMiss } from './function-name-near-miss.ts';
import { gatewayEndpointPrincipal } from './gateway-endpoint-principal.ts';
import { githubSubjectTooBroad } from './github-subject-too-broad.ts';
import { hopBlockedByDeny } from './hop-blocked-by-deny.ts';
import { hopBlockedBySource } from './hop-blocked-by-source.ts';
import { hopBlockedByTarget } from './hop-blocked-by-target.ts';
import { iamVariableInSub } from './iam-variable-in-sub.ts';
import { ifExistsWithoutKey } from './if-exists-without-key.ts';
import { impossibleConditionValue } from './impossible-condition-value.ts';
import { invalidArn } from './invalid-arn.ts';
import { invalidConditionValue } from './invalid-condition-value.ts';
import { invalidEffect } from './invalid-effect.ts';
import { invalidPrincipal } from './invalid-principal.ts';
import { invalidSid } from './invalid-sid.ts';
import { invalidVersion } from './invalid-version.ts';
import { limitWithoutAllow } from './limit-without-allow.ts';
import { malformedAction } from './malformed-action.ts';
import { malformedVariable } from './malformed-variable.ts';
import { mfaNeverPresentInChain } from './mfa-never-present-in-chain.ts';
import { mfaNotEnforced } from './mfa-not-enforced.ts';
import { missingDependentAction } from './missing-dependent-action.ts';
import { missingElement } from './missing-element.ts';
import { missingVersion } from './missing-version.ts';
import { multivaluedKeyWithoutSetOperator } from './multivalued-key-without-set-operator.ts';
import { namedIamResource } from './named-iam-resource.ts';
import { oidcAnyCaller } from './oidc-any-caller.ts';
import { oidcSubjectTooBroad } from './oidc-subject-too-broad.ts';
import { orgPathAnyOrganization } from './org-path-any-organization.ts';
import { orgPathBroken } from './org-path-broken.ts';
import { orgPathDoubleWildcard } from './org-path-double-wildcard.ts';
import { orgPathForAllValues } from './org-path-for-all-values.ts';
import { orgPathMalformed } from './org-path-malformed.ts';
import { orgPathMissesDeployment } from './org-path-misses-deployment.ts';
import { orgPathMissingSlash } from './org-path-missing-slash.ts';
import { orgPathNeedsSetOperator } from './org-path-needs-set-operator.ts';
import { orgPathUnknown } from './org-path-unknown.ts';
import { orgPathWildcardNeverMatches } from './org-path-wildcard-never-matches.ts';
import { passRoleAnyRole } from './pass-role-any-role.ts';
import { policyTooLong } from './policy-too-long.ts';
import { prefixInNegativeContext } from './prefix-in-negative-context.ts';
import { privateAddressWithoutVpc } from './private-address-without-vpc.ts';
import { privateSourceIp } from './private-source-ip.ts';
import { privilegeEscalation } from './privilege-escalation.ts';
import { rcpUnguardedCondition } from './rcp-unguarded-condition.ts';
import { rcpUnsupportedStatement } from './rcp-unsupported-statement.ts';
import { redundantAction } from './redundant-action.ts';
import { redundantConditionValue } from './redundant-condition-value.ts';
import { redundantResource } from './redundant-resource.ts';
import { redundantStatement } from './redundant-statement.ts';
import { refGivesNameNotArn } from './ref-gives-name-not-arn.ts';
import { resourceAnyPrincipal } from './resource-any-principal.ts';
import { resourceKeyInResourcePolicy } from './resource-key-in-resource-policy.ts';
import { resourceMissingSourceArn } from './resource-missing-source-arn.ts';
import { resourcePolicyForeignAction } from './resource-policy-foreign-action.ts';
import { roleBeyondQuota } from './role-beyond-quota.ts';
import { roleUnprotectedPath } from './role-unprotected-path.ts';
import { rolesAnywhereMissingAction } from './roles-anywhere-missing-action.ts';
import { samlAnyAudience } from './saml-any-audience.ts';
import { serviceWithUnsentKey } from './service-with-unsent-key.ts';
import { sessionTagsNotAllowed } from './session-tags-not-allowed.ts';
import { sourceArnMatchesNoFunction } from './source-arn-matches-no-function.ts';
import { sourceArnTooBroad } from './source-arn-too-broad.ts';
import { sourceArnWildcardNeverMatches } from './source-arn-wildcard-never-matches.ts';
import { sourceArnWrongService } from './source-arn-wrong-service.ts';
import { sourceIdentityNotAllowed } from './source-identity-not-allowed.ts';
import { sourceReachesTooMuch } from './source-reaches-too-much.ts';
import { stackSetMissingCapability } from './stack-set-missing-capability.ts';
import { stackSetNameInManyRegions } from './stack-set-name-in-many-regions.ts';
import { stackSetSkipsManagementAccount } from './stack-set-skips-management-account.ts';
import { syntaxError } from './syntax-error.ts';
import { targetNameNearMiss } from './target-name-near-miss.ts';
import { targetPathMismatch } from './target-path-mismatch.ts';
import { targetTrustTooBroad } from './target-trust-too-broad.ts';
import { thirdPartyWithoutExternalId } from './third-party-without-external-id.ts';
import { trustActionMismatch } from './trust-action-mismatch.ts';
import { trustAnyPrincipal } from './trust-any-principal.ts';
import { trustHasResource } from './trust-has-resource.ts';
import { trustMissingSourceArn } from './trust-missing-source-arn.ts';
import { trustNotPrincipal } from './trust-not-principal.ts';
import { trustRedundantSession } from './trust-redundant-session.ts';
import { trustSourceAccountOnly } from './trust-source-account-only.ts';
import { trustWholeAccount } from './trust-whole-account.ts';
import { trustWildcardInPrincipal } from './trust-wildcard-in-principal.ts';
import { unfilledPlaceholder } from './unfilled-placeholder.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownConditionKey } from './unknown-condition-key.ts';
import { unknownConditionOperator } from './unknown-condition-operator.ts';
import { unknownConfiguration } from './unknown-configuration.ts';
import { unknownElement } from './unknown-element.ts';
import { unknownService } from './unknown-service.ts';
import { unquotedAccountId } from './unquoted-account-id.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { variableWithoutVersion } from './variable-without-version.ts';
import { wildcardInSensitiveKey } from './wildcard-in-sensitive-key.ts';
import { wildcardInService } from './wildcard-in-service.ts';
import { wildcardWithExactOperator } from './wildcard-with-exact-operator.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  syntaxError,
  unknownElement,
  missingElement,
  wrongType,
  duplicateKey,
  invalidEffect,
  invalidVersion,
  malformedAction,
  unknownService,
  unknownAction,
  actionMatchesNothing,
  wildcardInService,
  invalidArn,
  arnMatchesNothing,
  actionResourceMismatch,
  resourcePolicyForeignAction,
  unknownConditionOperator,
  conditionTypeMismatch,
  unknownConditionKey,
  conditionTagKeyMissing,
  conditionKeyNeverPresent,
  malformedVariable,
  iamVariableInSub,
  forgottenSub,
  refGivesNameNotArn,
  arnWithoutPath,
  policyTooLong,
  roleBeyondQuota,
  missingVersion,
  variableWithoutVersion,
  invalidSid,
  duplicateSid,
  trustMissingSourceArn,
  trustSourceAccountOnly,
  gatewayEndpointPrincipal,
  resourceAnyPrincipal,
  resourceMissingSourceArn,
  serviceWithUnsentKey,
  sourceArnTooBroad,
  sourceArnWrongService,
  sourceArnWildcardNeverMatches,
  functionNameNearMiss,
  invalidPrincipal,
  trustAnyPrincipal,
  trustWholeAccount,
  thirdPartyWithoutExternalId,
  trustWildcardInPrincipal,
  trustNotPrincipal,
  trustHasResource,
  trustRedundantSession,
  trustActionMismatch,
  samlAnyAudience,
  rolesAnywhereMissingAction,
  oidcAnyCaller,
  audienceWithSetOperator,
  githubSubjectTooBroad,
  oidcSubjectTooBroad,
  cognitoGuestUsers,
  assumeRoleAnyRole,
  assumeRoleAnyAccount,
  assumeRoleWholeOrganization,
  assumeRoleWildcardName,
  orgPathMalformed,
  orgPathNeedsSetOperator,
  orgPathForAllValues,
  orgPathWildcardNeverMatches,
  orgPathMissingSlash,
  orgPathDoubleWildcard,
  orgPathAnyOrganization,
  orgPathBroken,
  orgPathUnknown,
  accountUnknown,
  rcpUnsupportedStatement,
  rcpUnguardedCondition,
  allowEverything,
  administratorAccessAttached,
  allowNotAction,
  allowNotResource,
  allowWithNotPrincipal,
  passRoleAnyRole,
  privilegeEscalation,
  missingDependentAction,
  createServiceLinkedRoleAny,
  multivaluedKeyWithoutSetOperator,
  forAllValuesWithoutKey,
  constantCondition,
  redundantConditionValue,
  ifExistsWithoutKey,
  invalidConditionValue,
  impossibleConditionValue,
  wildcardWithExactOperator,
  wildcardInSensitiveKey,
  forgeableConditionKey,
  resourceKeyInResourcePolicy,
  arnWildcardCrossesFields,
  privateSourceIp,
  privateAddressWithoutVpc,
  cidrHostBits,
  mfaNotEnforced,
  dynamodbAttributesWithoutSelect,
  prefixInNegativeContext,
  namedIamResource,
  stackSetMissingCapability,
  stackSetNameInManyRegions,
  stackSetSkipsManagementAccount,
  emptyElement,
  limitWithoutAllow,
  redundantAction,
  redundantResource,
  redundantStatement,
  unfilledPlaceholder,
  unquotedAccountId,
  deceptiveCharacter,
  targetPathMismatch,
  targetNameNearMiss,
  hopBlockedBySource,
  hopBlockedByTarget,
  hopBlockedByDeny,
  externalIdMismatch,
  mfaNeverPresentInChain,
  sessionTagsNotAllowed,
  sourceIdentityNotAllowed,
  chainedSessionTooLong,
  conditionNeverTrueForHop,
  orgPathMissesDeployment,
  sourceArnMatchesNoFunction,
  targetTrustTooBroad,
  sourceReachesTooMuch,
  chainReachesAdministrator,
  chainEscalates,
  chainCycle,
  roleUnprotectedPath,
  unusedSuppression,
  unknownConfiguration,
];
