import { findRefValue, type RefValue } from '../catalog/ref-values.ts';
import { attributeInPlaceOf } from '../edit/get-attribute.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type TemplateContext } from '../lint/rule.ts';
import { type ArnValue, arnValuesWithReference } from '../policy/arn-values.ts';
import { policyKinds } from '../policy/kind.ts';
import { type Hole, spanOfPart } from '../policy/value.ts';

export const refGivesNameNotArn = defineRule({
  id: 'ref-gives-name-not-arn',
  summary: 'A `Ref` that gives the name of a role, bucket or the like stands where its ARN is needed',
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
  const [first] = value.parts;
  // An ARN begins with `arn:`, and none of these names, ids and URLs does.
  if (first?.type !== 'hole' || first.why !== 'reference') return;
  const type = context.template.findResource(first.symbol)?.type ?? '';
  const given = findRefValue(type);
  if (given === undefined || (place.in === 'principal' && !isPrincipal.has(type))) return;
  context.report({
    at: spanOfPart(value, first),
    message: `\`${first.at ? `\${${first.symbol}}` : `Ref ${first.symbol}`}\` is the ${given.gives} of ${given.noun}, and ${needs(place, given)} Write \`${first.at ? `\${${first.symbol}.Arn}` : `Fn::GetAtt ${first.symbol}.Arn`}\`.`,
    fixes: fixesFor(place, first, context),
  });
}

const isPrincipal: ReadonlySet<string> = new Set(['AWS::IAM::Role', 'AWS::IAM::User']);

function needs(place: ArnValue, { gives }: RefValue): string {
  if (place.in === 'condition') return `\`${place.of}\` is compared with an ARN: the ${gives} never matches.`;
  return `\`${place.of}\` needs its ARN: AWS refuses the policy.`;
}

function fixesFor({ value }: ArnValue, hole: Hole, { target }: TemplateContext): readonly Fix[] {
  const { at, symbol } = hole;
  const { node } = value;
  const fix = { applicability: 'suggestion', preferred: true } as const;
  if (at !== undefined) {
    const changes = () => replaceInString(target, at.node, at.from, at.to, [`\${${symbol}.Arn}`]);
    return [{ ...fix, title: `Write \${${symbol}.Arn}`, changes }];
  }
  if (node.type !== 'intrinsic' || node.name !== 'Ref') return [];
  const changes = () => replaceValue(target, node, attributeInPlaceOf(node, symbol, 'Arn'));
  return [{ ...fix, title: `Use Fn::GetAtt ${symbol}.Arn`, changes }];
}
