import type { ElementRule, PolicyGrammar, PrincipalType } from '../src/catalog/grammar.ts';

/** What an editor shows on an element of a policy. */
export function elementDescription({ name, use, onlyWithEffect }: ElementRule, grammar: PolicyGrammar): string {
  const parts = [
    ownDescription(name, grammar),
    use === 'required' ? 'Required.' : '',
    onlyWithEffect === undefined ? '' : `Meant for "Effect": "${onlyWithEffect}" only.`,
    choiceOf(name, grammar),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** What an editor shows on a type of principal. */
export function principalTypeDescription(type: PrincipalType): string {
  switch (type) {
    case 'AWS':
      return 'Accounts, roles, users and sessions, by account id or ARN.';
    case 'Service':
      return 'AWS services, such as "lambda.amazonaws.com".';
    case 'Federated':
      return 'Identity providers, by ARN (SAML, OpenID Connect) or by name.';
    case 'CanonicalUser':
      return 'Accounts by canonical user id, as Amazon S3 and Amazon CloudFront have it.';
  }
}

function ownDescription(name: string, { kind, versions, sidPattern }: PolicyGrammar): string {
  switch (name) {
    case 'Version':
      return `The version of the policy language, not the date of the policy: ${versions.map((each) => `"${each}"`).join(' or ')}.`;
    case 'Id':
      return 'A name for the policy. It has no effect.';
    case 'Statement':
      return 'One statement, or a list of them.';
    case 'Sid':
      return sidPattern === undefined
        ? 'A name for the statement.'
        : 'A name for the statement: letters and digits, each name once in a policy.';
    case 'Effect':
      return 'Whether the statement allows or denies. A Deny outweighs every Allow.';
    case 'Principal':
      return kind === 'trust' ? 'Who may assume the role.' : 'Whom the statement is about.';
    case 'NotPrincipal':
      return 'The statement is about everyone but these.';
    case 'Action':
      return 'What may be done, or may not, such as "s3:GetObject"; * stands for any characters, ? for one.';
    case 'NotAction':
      return 'The statement is about every action but these.';
    case 'Resource':
      return 'What it may be done to, by ARN; * stands for any characters, ? for one.';
    case 'NotResource':
      return 'The statement is about every resource but these.';
    case 'Condition':
      return 'When the statement holds: all operators and keys must match, of the values of a key one.';
    default:
      throw new Error(`There is no description of the element ${name}.`);
  }
}

function choiceOf(name: string, { choices }: PolicyGrammar): string {
  const choice = choices.find(({ names }) => names.some((each) => each === name));
  if (choice === undefined) return '';
  const other = choice.names.find((each) => each !== name);
  return choice.required ? `Either this or ${other} is required.` : `Not together with ${other}.`;
}
