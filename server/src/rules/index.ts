import type { Rule } from '../lint/rule.ts';
import { accountUnknown } from './account-unknown.ts';
import { actionMatchesNothing } from './action-matches-nothing.ts';
import { assumeRoleAnyAccount } from './assume-role-any-account.ts';
import { assumeRoleAnyRole } from './assume-role-any-role.ts';
import { assumeRoleWholeOrganization } from './assume-role-whole-organization.ts';
import { assumeRoleWildcardName } from './assume-role-wildcard-name.ts';
import { conditionKeyNeverPresent } from './condition-key-never-present.ts';
import { conditionTagKeyMissing } from './condition-tag-key-missing.ts';
import { duplicateKey } from './duplicate-key.ts';
import { invalidEffect } from './invalid-effect.ts';
import { invalidVersion } from './invalid-version.ts';
import { malformedAction } from './malformed-action.ts';
import { missingElement } from './missing-element.ts';
import { orgPathBroken } from './org-path-broken.ts';
import { orgPathDoubleWildcard } from './org-path-double-wildcard.ts';
import { orgPathForAllValues } from './org-path-for-all-values.ts';
import { orgPathMalformed } from './org-path-malformed.ts';
import { orgPathMissingSlash } from './org-path-missing-slash.ts';
import { orgPathNeedsSetOperator } from './org-path-needs-set-operator.ts';
import { orgPathUnknown } from './org-path-unknown.ts';
import { orgPathWildcardNeverMatches } from './org-path-wildcard-never-matches.ts';
import { sourceArnTooBroad } from './source-arn-too-broad.ts';
import { sourceArnWildcardNeverMatches } from './source-arn-wildcard-never-matches.ts';
import { sourceArnWrongService } from './source-arn-wrong-service.ts';
import { syntaxError } from './syntax-error.ts';
import { trustActionMismatch } from './trust-action-mismatch.ts';
import { trustAnyPrincipal } from './trust-any-principal.ts';
import { trustHasResource } from './trust-has-resource.ts';
import { trustMissingSourceArn } from './trust-missing-source-arn.ts';
import { trustNotPrincipal } from './trust-not-principal.ts';
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
import { wildcardInService } from './wildcard-in-service.ts';
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
  unknownConditionOperator,
  unknownConditionKey,
  conditionTagKeyMissing,
  conditionKeyNeverPresent,
  trustMissingSourceArn,
  trustSourceAccountOnly,
  sourceArnTooBroad,
  sourceArnWrongService,
  sourceArnWildcardNeverMatches,
  trustAnyPrincipal,
  trustWholeAccount,
  trustWildcardInPrincipal,
  trustNotPrincipal,
  trustHasResource,
  trustActionMismatch,
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
  orgPathBroken,
  orgPathUnknown,
  accountUnknown,
  unfilledPlaceholder,
  unquotedAccountId,
  unusedSuppression,
  unknownConfiguration,
];
