import type { Client } from './client.ts';

/** Where the pages that explain the rules are. */
export interface RulePages {
  /** The URI of a rule's page, readable without a network. */
  uriOf(rule: string): string;
}

/** `packaged` is the URI of the folder that ships with the server, with a `/` at its end. */
export function createRulePages({ options }: Client, packaged: string): RulePages {
  const base = options.rulePages ?? packaged;
  return { uriOf: (rule) => `${base}${encodeURIComponent(rule)}.md` };
}
