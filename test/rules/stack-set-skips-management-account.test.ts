import { role, stackSet } from './stack-sets.ts';
import { ruleCases } from './support/rule-cases.ts';

const file = 'template.yaml';
const to = (units: string, model = 'SERVICE_MANAGED') => [
  'Capabilities: [CAPABILITY_NAMED_IAM]',
  `PermissionModel: ${model}`,
  'StackInstancesGroup:',
  `  - DeploymentTargets: { OrganizationalUnitIds: [${units}] }`,
  '    Regions: [us-east-1]',
];
const silent = (name: string, properties: readonly string[], inner: readonly string[] = role()) => ({
  name,
  file,
  text: stackSet(properties, inner),
});

ruleCases('stack-set-skips-management-account', {
  kind: 'trust',
  cases: [
    {
      name: 'the root',
      file,
      text: stackSet(to('<|r-ab12|>'), role()),
      finds: [
        {
          message:
            '`r-ab12` stands for every account but one: stack sets with service-managed permissions leave out the management account. If `Role` is needed there too, create it with a stack of its own.',
          fixes: [],
        },
      ],
    },
    silent('an organizational unit', to('ou-ab12-11111111')),
    silent('a parameter', to('!Ref Root')),
    silent('self-managed permissions', to('r-ab12', 'SELF_MANAGED')),
    silent('no role', to('r-ab12'), ['Bucket:', '  Type: AWS::S3::Bucket']),
  ],
});
