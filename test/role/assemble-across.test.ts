import assert from 'node:assert/strict';
import { assemble, entity, grants, show, trust } from './assembled.ts';
import { organizationOf } from './organization-of.ts';

const role = (principal: string, more = '') => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
${more}      ${trust(principal)}
`;
const source = `Resources:
  Source:
    Type: AWS::IAM::Role
    Properties:
      RoleName: source
      ${trust('{ Service: lambda.amazonaws.com }')}
Outputs:
  Arn:
    Value: !GetAtt Source.Arn
    Export: { Name: EXPORT }
`;
const exported = (name: string) => source.replace('EXPORT', name);
const sourceArn = 'arn:aws:iam::{source.yaml#AWS::AccountId}:role/source';

describe('templates that name each other', () => {
  const imported = (texts: Readonly<Record<string, string>>, name: string) =>
    grants(entity(assemble({ ...texts, 'target.yaml': role(`{ AWS: !ImportValue ${name} }`) }), 'Role').trust)[0];

  it('by an export', () => {
    assert.equal(
      imported({ 'source.yaml': exported('source-arn') }, 'source-arn'),
      `Allow | principal AWS=${sourceArn} | action sts:AssumeRole`,
    );
    assert.equal(
      imported({ 'source.yaml': exported("!Sub '${AWS::StackName}-Arn'") }, "{ 'Fn::Sub': '${Stack}-Arn' }"),
      `Allow | principal AWS=${sourceArn} | action sts:AssumeRole`,
    );
  });

  it('not where none or several exports match', () => {
    const open = /AWS=\{target\.yaml#/;
    assert.match(imported({}, 'source-arn') ?? '', open);
    assert.match(imported({ 'source.yaml': exported('other') }, 'source-arn') ?? '', open);
    const two = { 'source.yaml': exported('source-arn'), 'b.yaml': exported('source-arn') };
    assert.match(imported(two, 'source-arn') ?? '', open);
  });

  it('by nested stacks, down and up', () => {
    const parent = `Resources:
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./stacks/source.yaml
  Outer:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: stacks/target.yaml
      Parameters: { Principal: !GetAtt Inner.Outputs.Arn }
`;
    const child = `Parameters: { Principal: { Type: String } }\n${role('{ AWS: !Ref Principal }')}`;
    const world = assemble(
      { 'a/main.yaml': parent, 'a/stacks/source.yaml': exported('x'), 'a/stacks/target.yaml': child },
      { files: { 'a/main.yaml': { deployments: [{ account: '111122223333' }] } } },
    );
    assert.deepEqual(grants(entity(world, 'Role').trust), [
      'Allow | principal AWS=arn:aws:iam::111122223333:role/source | action sts:AssumeRole',
    ]);
    assert.deepEqual(entity(world, 'Role').places, [{ account: ['111122223333'] }]);
  });

  it('that deploy each other end all the same', () => {
    const stack = (url: string) => `Resources:
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ${url}, Parameters: { P: !GetAtt Inner.Outputs.O } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      ${trust('{ AWS: !Ref P }')}
Parameters: { P: { Type: String } }
Outputs: { O: { Value: !Ref P } }
`;
    const world = assemble({ 'a.yaml': stack('b.yaml'), 'b.yaml': stack('a.yaml') });
    assert.deepEqual(
      world.entities.map(({ id }) => id),
      ['a.yaml#Role', 'b.yaml#Role'],
    );
  });
});

describe('where roles live', () => {
  const target = role("{ AWS: !Ref 'AWS::AccountId' }", '      RoleName: target\n');
  const unit = 'o-abcdefghij/r-abcd/ou-abcd-11111111/';

  it('is what the configuration says of the file', () => {
    const world = assemble(
      { 'a.yaml': target },
      {
        configuration: { accounts: { security: '111122223333' } },
        files: { 'a.yaml': { deployments: [{ account: 'security' }] } },
      },
    );
    const found = entity(world, 'Role');
    assert.equal(show(found.arn), 'arn:aws:iam::111122223333:role/target');
    assert.deepEqual(grants(found.trust), ['Allow | principal AWS=111122223333 | action sts:AssumeRole']);
  });

  it('has a path where the organization is known', () => {
    const world = assemble(
      { 'a.yaml': target },
      { organizations: [organizationOf()], files: { 'a.yaml': { deployments: [{ account: '111122223333' }] } } },
    );
    assert.deepEqual(entity(world, 'Role').places, [
      { account: ['111122223333'], organizationPath: [unit], isManagement: false },
    ]);
    assert.deepEqual(world.organization, { id: 'o-abcdefghij', managementAccount: '999988887777' });
  });

  it('is below each unit that a file is deployed to', () => {
    const world = assemble(
      { 'a.yaml': target },
      {
        files: {
          'a.yaml': { deployments: [{ organizationalUnits: [unit, 'o-abcdefghij/r-abcd/ou-abcd-22222222/'] }] },
        },
      },
    );
    const { places, arn } = entity(world, 'Role');
    assert.deepEqual(
      places.map((place) => [show(place.account), show(place.organizationPath as []), place.unit, place.standsFor]),
      [unit, 'o-abcdefghij/r-abcd/ou-abcd-22222222/'].map((each) => [
        '{a.yaml#AWS::AccountId}',
        `${each}{a.yaml#AWS::AccountId/${each}}`,
        each,
        'a.yaml#AWS::AccountId',
      ]),
    );
    assert.equal(show(arn), 'arn:aws:iam::{a.yaml#AWS::AccountId}:role/target');
  });

  const stackSet = (targets: string, template: string) => `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      PermissionModel: SERVICE_MANAGED
      Parameters: [{ ParameterKey: Caller, ParameterValue: !Ref 'AWS::AccountId' }]
      StackInstancesGroup:
        - DeploymentTargets: ${targets}
          Regions: [eu-west-1]
      ${template}
`;
  const inner = `TemplateBody: |
        Parameters: { Caller: { Type: String } }
        Resources:
          Inner:
            Type: AWS::IAM::Role
            Properties:
              RoleName: inner
              AssumeRolePolicyDocument:
                Statement: { Effect: Allow, Principal: { AWS: !Ref Caller }, Action: 'sts:AssumeRole' }
`;

  it('is where a stack set deploys the template in it', () => {
    const text = stackSet('{ OrganizationalUnitIds: [ou-abcd-11111111] }', inner);
    const found = entity(assemble({ 'a.yaml': text }, { organizations: [organizationOf()] }), 'Inner');
    assert.deepEqual(grants(found.trust), ['Allow | principal AWS={a.yaml#AWS::AccountId} | action sts:AssumeRole']);
    assert.deepEqual(found.places, [
      {
        account: [{ unknown: 'a.yaml#Set#AWS::AccountId', label: 'the account of `Inner`', type: 'account' }],
        organizationPath: [unit],
        unit: 'ou-abcd-11111111',
        isManagement: false,
      },
    ]);
    assert.deepEqual(found.trust?.[0]?.origin.fragment, 'Resources/Set');
    const accounts = stackSet("{ Accounts: ['111122223333', '444455556666'] }", inner);
    assert.deepEqual(
      entity(assemble({ 'a.yaml': accounts }), 'Inner').places.map(({ account, standsFor }) => [
        show(account),
        standsFor,
      ]),
      [
        ['111122223333', 'a.yaml#Set#AWS::AccountId'],
        ['444455556666', 'a.yaml#Set#AWS::AccountId'],
      ],
    );
  });

  it('is where a stack set deploys a template beside it', () => {
    const texts = {
      'set.yaml': stackSet("{ Accounts: ['111122223333'] }", 'TemplateURL: target.yaml'),
      'target.yaml': target,
    };
    assert.equal(show(entity(assemble(texts), 'Role').arn), 'arn:aws:iam::111122223333:role/target');
  });

  it('has the partition that all ARNs have', () => {
    const china = role('{ AWS: arn:aws-cn:iam::111122223333:root }');
    assert.deepEqual(assemble({ 'a.yaml': china }).partition, ['aws-cn']);
    const both = { 'a.yaml': china, 'b.yaml': role('{ AWS: arn:aws:iam::111122223333:root }') };
    assert.deepEqual(assemble(both).partition, ['aws']);
  });
});

describe('ids', () => {
  it('have the file before them where two share one', () => {
    const text = role('{ Service: lambda.amazonaws.com }');
    assert.deepEqual(
      assemble({ 'a.yaml': text, 'b.yaml': text, 'c.yaml': text.replace('Role:', 'Other:') }).entities.map(
        ({ id }) => id,
      ),
      ['a.yaml#Role', 'b.yaml#Role', 'Other'],
    );
  });
});

describe('control policies', () => {
  const scp = `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}`;

  it('are attached by a template', () => {
    const text = `Resources:
  Guard:
    Type: AWS::Organizations::Policy
    Properties:
      Type: SERVICE_CONTROL_POLICY
      TargetIds: [ou-abcd-11111111, !Ref Given]
      Content: ${scp}
`;
    const [found] = assemble({ 'a.yaml': text }).controlPolicies;
    assert.equal(found?.kind, 'scp');
    assert.deepEqual(found?.targets.map(show), ['ou-abcd-11111111', '{a.yaml#Given}']);
    assert.deepEqual(grants(found?.grants), ['Deny | action s3:* | resource *']);
    assert.deepEqual(found?.origin, {
      file: 'a.yaml',
      fragment: 'Resources/Guard',
      policy: 0,
      label: 'the service control policy `Guard`',
    });
  });

  it('are attached by the configuration', () => {
    const configuration = { controlPolicies: [{ file: 'scp.json', kind: 'scp' as const, targets: ['111122223333'] }] };
    const [found] = assemble({ 'scp.json': scp }, { configuration }).controlPolicies;
    assert.deepEqual(found?.targets, [['111122223333']]);
    assert.deepEqual(grants(found?.grants), ['Deny | action s3:* | resource *']);
    assert.deepEqual(assemble({ 'scp.json': scp }).controlPolicies, []);
  });
});
