import { role, stackSet } from './stack-sets.ts';
import { ruleCases } from './support/rule-cases.ts';

const file = 'template.yaml';
const regions = (list: string) => [
  'Capabilities: [CAPABILITY_NAMED_IAM]',
  'StackInstancesGroup:',
  '  - DeploymentTargets: { OrganizationalUnitIds: [ou-ab12-11111111] }',
  `    Regions: ${list}`,
];
const message = (name: string) =>
  `IAM resources belong to all Regions of an account: \`${name}\` exists once \`us-east-1\` has its stack, and the stack in \`eu-west-1\` fails. Deploy this stack set to one Region, leave out \`RoleName\`, or make the resource under a condition on \`AWS::Region\`.`;
const two = '[us-east-1, eu-west-1]';
const silent = (name: string, list: string, inner: readonly string[]) => ({
  name,
  file,
  text: stackSet(regions(list), inner),
});

ruleCases('stack-set-name-in-many-regions', {
  kind: 'trust',
  cases: [
    {
      name: 'a named role in two Regions',
      file,
      text: stackSet(regions(`<|${two}|>`), role('RoleName: <|reader|>')),
      finds: [
        { at: 1, message: message('reader'), related: [{ at: 0, message: 'The Regions of each account.' }], fixes: [] },
      ],
    },
    {
      name: 'a name with a parameter and the account',
      file,
      text: stackSet(regions(two), role("RoleName: <|!Sub '${Name}-${AWS::AccountId}'|>")),
      finds: [message('${Name}-${AWS::AccountId}')],
    },
    silent('one Region', '[us-east-1]', role('RoleName: reader')),
    silent('the same one twice', '[us-east-1, us-east-1]', role('RoleName: reader')),
    silent('Regions that are not known', '!Ref Regions', role('RoleName: reader')),
    silent('a name with the Region', two, role("RoleName: !Sub 'reader-${AWS::Region}'")),
    silent('a name with that of the stack', two, role("RoleName: !Sub '${AWS::StackName}-reader'")),
    silent('no name', two, role()),
    silent('a resource of a Region', two, ['Table:', '  Type: AWS::DynamoDB::Table', '  Properties: { TableName: a }']),
    silent('under a condition', two, [
      'Role:',
      '  Type: AWS::IAM::Role',
      '  Condition: IsHome',
      '  Properties: { RoleName: reader }',
    ]),
    {
      name: 'two Regions in different accounts',
      file,
      text: stackSet(
        [
          'StackInstancesGroup:',
          "  - { DeploymentTargets: { Accounts: ['111122223333'] }, Regions: [us-east-1] }",
          "  - { DeploymentTargets: { Accounts: ['444455556666'] }, Regions: [eu-west-1] }",
        ],
        role('RoleName: reader'),
      ),
    },
  ],
});
