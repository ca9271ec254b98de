import { table } from '../base/table.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type TemplateContext } from '../lint/rule.ts';
import { type Field, fieldText, parseArn } from '../policy/arn.ts';
import { type ArnValue, arnValuesWithReference } from '../policy/arn-values.ts';
import { policyKinds } from '../policy/kind.ts';
import { type Hole, spanOfPart } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const arnWithoutPath = defineRule({
  id: 'arn-without-path',
  summary: 'The ARN of a role or user of the template is written with another path than it has, or without one',
  severity: 'error',
  kinds: policyKinds,
  check: {
    scope: 'template',
    run(policy, context) {
      for (const each of arnValuesWithReference(policy)) check(each, context);
    },
  },
});

function check(place: ArnValue, context: TemplateContext): void {
  const { value } = place;
  const arn = parseArn(value.parts);
  if (arn === undefined || fieldText(arn.service) !== 'iam' || !isOwnAccount(arn.account)) return;
  const [before, name, ...after] = arn.resource;
  if (before?.type !== 'literal' || name?.type !== 'hole' || name.why !== 'reference' || after.length > 0) return;
  const entity = context.template.findResource(name.symbol);
  const word = words[entity?.type ?? ''];
  if (entity?.path === undefined || word === undefined || !before.text.startsWith(`${word}/`)) return;
  const written = before.text.slice(word.length);
  if (written === entity.path || hasWildcard(written) || written.includes('${')) return;
  context.report({
    at: spanOfPart(value, name),
    message: `The ${word} \`${name.symbol}\` has the path \`${entity.path}\`, and this ARN has \`${written}\`: ${place.in === 'principal' ? 'AWS refuses a principal that does not exist' : 'it never matches'}. Write \`\${${name.symbol}.Arn}\`.`,
    fixes: fixesFor(place, name, context),
  });
}

/** What the ARNs of each type begin with. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const words: Readonly<Record<string, string>> = table({
  'AWS::IAM::Group': 'group',
  'AWS::IAM::InstanceProfile': 'instance-profile',
  'AWS::IAM::Role': 'role',
  'AWS::IAM::User': 'user',
});

/** A role of the same name in another account is another role. */
function isOwnAccount([only, ...more]: Field): boolean {
  return more.length === 0 && only?.type === 'hole' && only.symbol === 'AWS::AccountId';
}

/** Where the whole ARN is one string. */
function fixesFor({ value }: ArnValue, { at, symbol }: Hole, { target }: TemplateContext): readonly Fix[] {
  const node = at?.node;
  if (node === undefined || value.parts.some((part) => part.at?.node !== node)) return [];
  return [
    {
      title: `Write \${${symbol}.Arn}`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => replaceInString(target, node, 0, node.value.length, [`\${${symbol}.Arn}`]),
    },
  ];
}
