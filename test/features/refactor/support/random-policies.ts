import fc from 'fast-check';

/** Small policies of few words, so that statements are often alike. */
export interface RandomPolicy {
  readonly Version: string;
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
}

export const actions = [
  's3:GetObject',
  's3:GetObjectAcl',
  'sqs:DeleteMessage',
  'sqs:DeleteQueue',
  'SQS:deletequeue',
  'sqs:Delete*',
];
export const resources = ['arn:aws:s3:::a/*', 'arn:aws:s3:::a/b', '*', 'arn:aws:s3:::${aws:username}/*'];

const oneOrMany = (texts: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(...texts),
    fc.tuple(fc.constantFrom(...texts)),
    fc.array(fc.constantFrom(...texts), { minLength: 2, maxLength: 4 }),
  );

const statement = fc
  .record({
    Sid: fc.option(fc.constantFrom('A', 'B', 'A2'), { nil: undefined }),
    Effect: fc.constantFrom('Allow', 'Deny'),
    action: fc.tuple(
      fc.constantFrom('Action', 'Action', 'NotAction'),
      fc.oneof(
        { weight: 3, arbitrary: oneOrMany(actions) },
        fc.constant(['sqs:DeleteQueue', 's3:GetObject', 'sqs:DeleteMessage']),
      ),
    ),
    resource: fc.tuple(fc.constantFrom('Resource', 'Resource', 'NotResource'), oneOrMany(resources)),
    Condition: fc.option(
      fc.constantFrom(
        { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
        { StringEquals: { 'aws:PrincipalOrgID': ['o-1'] } },
        { StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] } },
        { Bool: { 'aws:SecureTransport': 'true' } },
      ),
      { nil: undefined },
    ),
  })
  .map(({ Sid, Effect, action, resource, Condition }) => ({
    ...(Sid !== undefined && { Sid }),
    Effect,
    [action[0]]: action[1],
    [resource[0]]: resource[1],
    ...(Condition !== undefined && { Condition }),
  }));

/** Another statement, or the one before with other actions or resources. */
const next = fc.tuple(statement, fc.constantFrom('all', 'Action', 'Resource'));

export const randomPolicy: fc.Arbitrary<RandomPolicy> = fc
  .array(next, { minLength: 1, maxLength: 4 })
  .map((all): RandomPolicy => {
    const statements: Readonly<Record<string, unknown>>[] = [];
    for (const [own, differs] of all) {
      const before = statements.at(-1);
      const canDiffer = before !== undefined && differs in before && differs in own;
      statements.push(canDiffer ? { ...before, [differs]: (own as Record<string, unknown>)[differs] } : own);
    }
    return { Version: '2012-10-17', Statement: statements };
  });

/**
 * What a policy answers to each of some requests: worked out from its JSON alone, by the documented evaluation: a deny
 * that fits, else an allow that fits, else nothing.
 */
export function answersOf(policy: RandomPolicy): readonly string[] {
  const answers: string[] = [];
  for (const action of [
    's3:getobject',
    's3:getobjectacl',
    'sqs:deletemessage',
    'sqs:deletequeue',
    'sqs:receivemessage',
  ])
    for (const resource of ['arn:aws:s3:::a/b', 'arn:aws:s3:::a/c', 'arn:aws:s3:::${aws:username}/x', 'other'])
      for (const context of contexts) {
        const fitting = policy.Statement.filter((each) => fits(each, action, resource, context));
        const effects = fitting.map(({ Effect }) => Effect);
        answers.push(effects.includes('Deny') ? 'deny' : effects.includes('Allow') ? 'allow' : 'none');
      }
  return answers;
}

const contexts: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'aws:PrincipalOrgID': 'o-1' },
  { 'aws:PrincipalOrgID': 'o-2', 'aws:SecureTransport': 'true' },
];

function fits(
  statement: RandomPolicy['Statement'][number],
  action: string,
  resource: string,
  context: Readonly<Record<string, string>>,
): boolean {
  const lower = (value: unknown) => listOf(value).map((each) => each.toLowerCase());
  const ofAction = statement.Action
    ? lower(statement.Action).some((each) => matches(each, action))
    : !lower(statement.NotAction).some((each) => matches(each, action));
  const ofResource = statement.Resource
    ? listOf(statement.Resource).some((each) => matches(each, resource))
    : !listOf(statement.NotResource).some((each) => matches(each, resource));
  const blocks = Object.values((statement.Condition ?? {}) as Record<string, Record<string, unknown>>);
  const holds = blocks
    .flatMap((each) => Object.entries(each))
    .every(([key, value]) => listOf(value).includes(context[key] ?? ''));
  return ofAction && ofResource && holds;
}

function matches(pattern: string, text: string): boolean {
  const expression = expressions.get(pattern) ?? expressionOf(pattern);
  expressions.set(pattern, expression);
  return expression.test(text);
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const literal = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`);
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
