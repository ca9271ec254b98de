import { defineRule } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';

/** Found in the configuration itself; see service/analyse-configuration.ts. */
export const unknownConfiguration = defineRule({
  id: 'unknown-configuration',
  summary: 'The configuration has a key, rule or value that Role Chain does not know',
  severity: 'warning',
  kinds: policyKinds,
  check: { scope: 'configuration' },
});
