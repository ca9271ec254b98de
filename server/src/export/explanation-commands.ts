import { roleArn, userArn } from '../chain/role-arn.ts';
import type { Entity, World } from '../role/entity.ts';
import { describeText, type Text } from '../role/text.ts';

interface Ends {
  readonly world: World;
  readonly source: Entity;
  readonly target: Entity;
}

/** How the AWS CLI tries a hop. Filled in as far as it is known; what is not stands in `<...>`. */
export function commandsOf({ world, source, target }: Ends): readonly string[] {
  const other = target.kind === 'role' ? arn(world, target) : undefined;
  if (other === undefined) return [];
  if (source.kind === 'function') return sayFunction(source);
  if (source.kind !== 'role' && source.kind !== 'user') return [];
  const own = arn(world, source);
  return [
    '## Try it',
    '',
    ...(source.kind === 'role'
      ? [
          'Become the source, with credentials that may assume it:',
          '',
          ...shell(`aws sts assume-role --role-arn '${own}' --role-session-name test-source`),
        ]
      : []),
    'Then, with the credentials of the source, make the hop:',
    '',
    ...shell(`aws sts assume-role --role-arn '${other}' --role-session-name test-hop${externalId(target)}`),
    'What IAM says of the side of the source alone:',
    '',
    ...shell(
      `aws iam simulate-principal-policy --policy-source-arn '${own}' --action-names sts:AssumeRole --resource-arns '${other}'`,
    ),
    'What AWS has as the trust policy of the target:',
    '',
    ...shell(`aws iam get-role --role-name '${bare(describeText(target.name))}' --query Role.AssumeRolePolicyDocument`),
  ];
}

/** Nobody can make this call in the name of the service. */
function sayFunction(source: Entity): readonly string[] {
  return [
    '## Try it',
    '',
    'Only the service can make this call. Which role the function has:',
    '',
    ...shell(`aws lambda get-function-configuration --function-name '${bare(describeText(source.name))}' --query Role`),
  ];
}

function shell(command: string): readonly string[] {
  return ['```sh', command, '```', ''];
}

/** Where the trust policy asks for one external id, whose value is known. */
function externalId({ trust = [] }: Entity): string {
  const asked = trust
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ conditions }) => conditions)
    .filter(({ key, operator }) => key.toLowerCase() === 'sts:externalid' && /^StringEquals$/i.test(operator))
    .flatMap(({ values }) => values.map(written));
  const [only, ...more] = new Set(asked);
  return only === undefined || more.length > 0 ? '' : ` --external-id '${bare(only)}'`;
}

function arn(world: World, entity: Entity): string {
  const [place] = entity.places;
  if (place === undefined) return entity.arn ? bare(describeText(entity.arn)) : `<ARN of ${bare(entity.id)}>`;
  const parts = entity.kind === 'user' ? userArn(entity, place, world) : roleArn(entity, place, world);
  return written(parts);
}

/** What is not known is left for the reader to fill in. */
function written(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? bare(part) : `<${bare(part.label)}>`)).join('');
}

/** Nothing in it may end the quotes of the shell or the block of code. */
function bare(text: string): string {
  return text.replace(/['`\r\n]/g, '');
}
