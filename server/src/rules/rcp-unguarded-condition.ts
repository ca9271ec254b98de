import { resultWithoutKey } from '../catalog/condition-operators.ts';
import { addCondition, type Conditions } from '../edit/add-condition.ts';
import { defineRule } from '../lint/rule.ts';
import { entriesOn } from '../policy/condition.ts';
import { listNames } from '../policy/phrase.ts';
import { sourceKeys } from '../policy/service-principal.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const rcpUnguardedCondition = defineRule({
  id: 'rcp-unguarded-condition',
  summary: 'A Deny of a resource control policy also meets services, or also roles and users, that it is not about',
  severity: 'warning',
  kinds: ['rcp'],
  check: {
    scope: 'policy',
    run(policy, { target, report }) {
      for (const statement of policy.statements) {
        const problem = statement.effect === 'Deny' ? problemOf(statement) : undefined;
        const [entry] = problem?.entries ?? [];
        if (problem === undefined || entry === undefined) continue;
        report({
          at: entry.keyNode,
          message: problem.message(listNames([...new Set(problem.entries.map(({ key }) => key))], 'and')),
          fixes: [
            {
              title: problem.title,
              applicability: 'suggestion',
              preferred: true,
              changes: () => addCondition(target, statement.node, problem.guard),
            },
          ],
        });
      }
    },
  },
});

interface Problem {
  readonly entries: readonly ConditionEntry[];
  readonly message: (keys: string) => string;
  readonly title: string;
  readonly guard: Conditions;
}

function problemOf(statement: Statement): Problem | undefined {
  const { complete, entries } = statement.condition;
  const services = entries.filter(({ key }) => aboutServices.test(key));
  const others = entries.filter((entry) => !services.includes(entry));
  // One that a request without its key fails says whom the statement is about.
  if (!complete || !others.every(holdsWithoutKey)) return undefined;
  const principals = others.filter(({ key }) => aboutPrincipals.test(key));
  const sources = entriesOn({ ...statement.condition, entries: others }, sourceKeys);
  if (sources.length === 0)
    return principals.length > 0 && services.length === 0 && mayServicesCall(statement)
      ? blocksServices(principals)
      : undefined;
  if (sources.length + others.filter(isAboutResource).length < others.length) return undefined;
  if (services.length === 0) return blocksEveryone(sources);
  return services.every(asksForService) ? blocksSilentServices(sources) : undefined;
}

const aboutServices = /^aws:Principal(IsAWSService|ServiceName|ServiceNamesList|Type)$/i;
const aboutPrincipals = /^aws:Principal(OrgID|OrgPaths|Account|Arn|Tag\/.+)$/i;

function holdsWithoutKey({ operator, values }: ConditionEntry): boolean {
  if (operator === undefined) return false;
  if (operator.operator.type === 'null') return values.every((value) => /^true$/i.test(literalOf(value) ?? ''));
  return resultWithoutKey(operator) === true;
}

function isAboutResource({ key }: ConditionEntry): boolean {
  return /^aws:Resource(Tag\/.+|Account|OrgID|OrgPaths)$/i.test(key);
}

/** Services have no token of an identity provider. */
function mayServicesCall({ action }: Statement): boolean {
  const isFederated = (text = '') => /^sts:AssumeRoleWith(SAML|WebIdentity)$/i.test(text);
  return !action?.values.every((value) => isFederated(literalOf(value)));
}

function asksForService({ key, operator, values }: ConditionEntry): boolean {
  const [only, ...more] = values.map((value) => literalOf(value)?.toLowerCase());
  return /IsAWSService$/i.test(key) && operator?.operator.type === 'bool' && only === 'true' && more.length === 0;
}

function blocksServices(entries: readonly ConditionEntry[]): Problem {
  return {
    entries,
    message: (keys) =>
      `Requests that services make as themselves carry no value of yours for ${keys}, so that this Deny blocks them. Add \`"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }\`.`,
    title: 'Leave services out: add aws:PrincipalIsAWSService',
    guard: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
  };
}

function blocksEveryone(entries: readonly ConditionEntry[]): Problem {
  return {
    entries,
    message: (keys) =>
      `Requests of roles and users carry no ${keys}, so that this Deny blocks all of them. Add \`"Bool": { "aws:PrincipalIsAWSService": "true" }\` and \`"Null": { "aws:SourceAccount": "false" }\`.`,
    title: 'Deny only services that act for others: add aws:PrincipalIsAWSService and aws:SourceAccount',
    guard: { Bool: { 'aws:PrincipalIsAWSService': 'true' }, Null: { 'aws:SourceAccount': 'false' } },
  };
}

function blocksSilentServices(entries: readonly ConditionEntry[]): Problem {
  return {
    entries,
    message: (keys) =>
      `Services do not send ${keys} with every request, and this Deny blocks those without. Add \`"Null": { "aws:SourceAccount": "false" }\`.`,
    title: 'Deny only requests that carry aws:SourceAccount',
    guard: { Null: { 'aws:SourceAccount': 'false' } },
  };
}
