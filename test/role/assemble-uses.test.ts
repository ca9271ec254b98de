import assert from 'node:assert/strict';
import { assemble, entity, grants, show, trust } from './assembled.ts';

const lambda = trust('{ Service: lambda.amazonaws.com }');

const template = (...resources: readonly string[]) => `Resources:\n${resources.join('')}`;
const role = (id: string, more = '', principal = '{ Service: lambda.amazonaws.com }') => `  ${id}:
    Type: AWS::IAM::Role
    Properties:
      ${trust(principal)}
${more}`;
function roleOf(text: string, id = 'Role') {
  return entity(assemble({ 'a.yaml': text }), id);
}

describe('policies beside a role', () => {
  const document = `PolicyDocument:
        Statement: [{ Effect: Allow, Action: 'sts:AssumeRole', Resource: '*' }]
`;
  const allow = 'Allow | action sts:AssumeRole | resource *';
  const beside = (type: string, more: string, attributes = '') =>
    `  Beside:\n    Type: AWS::IAM::${type}\n${attributes}    Properties:\n      ${document}      ${more}\n`;

  it('are attached by reference or by name', () => {
    for (const resource of [
      beside('Policy', 'Roles: [!Ref Role]'),
      beside('Policy', 'Roles: [deploy]'),
      beside('RolePolicy', 'RoleName: !Ref Role'),
      beside('ManagedPolicy', 'Roles: [!Ref Role]'),
    ])
      assert.deepEqual(grants(roleOf(template(role('Role', '      RoleName: deploy\n'), resource)).permissions), [
        allow,
      ]);
    const other = beside('Policy', 'Roles: [other]');
    assert.deepEqual(roleOf(template(role('Role', '      RoleName: deploy\n'), other)).permissions, []);
    assert.deepEqual(grants(roleOf(template(role('Role'), beside('Policy', 'Roles: [!Ref Role]'))).permissions), [
      allow,
    ]);
  });

  it('are attached as managed policies of the role', () => {
    const managed = beside('ManagedPolicy', 'ManagedPolicyName: can-assume');
    const found = roleOf(template(role('Role', '      ManagedPolicyArns: [!Ref Beside]\n'), managed));
    assert.deepEqual(grants(found.permissions), [allow]);
    assert.deepEqual(found.unseen, []);
    const byArn = "      ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/can-assume']\n";
    assert.deepEqual(grants(roleOf(template(role('Role', byArn), managed)).permissions), [allow]);
  });

  it('may not be attached where a condition decides', () => {
    const named = beside('Policy', 'Roles: [!If [A, !Ref Role, !Ref AWS::NoValue]]');
    assert.deepEqual(grants(roleOf(template(role('Role'), named)).permissions), [`maybe ${allow}`]);
    const conditional = beside('Policy', 'Roles: [!Ref Role]', '    Condition: A\n');
    assert.deepEqual(grants(roleOf(template(role('Role'), conditional)).permissions), [`maybe ${allow}`]);
  });

  it('are not in sight where only an ARN names them', () => {
    const of = (arns: string) => roleOf(template(role('Role', `      ManagedPolicyArns: ${arns}\n`)));
    assert.deepEqual(of("['arn:aws:iam::111122223333:policy/x']").unseen, [
      { id: 'arn:aws:iam::111122223333:policy/x', label: '`arn:aws:iam::111122223333:policy/x`' },
    ]);
    assert.deepEqual(of('[!Ref Given]').unseen, [{ id: '\u0000a.yaml#Given\u0000', label: '`${Given}`' }]);
    assert.deepEqual(of('[arn:aws:iam::aws:policy/ReadOnlyAccess]').unseen, []);
    assert.deepEqual(grants(of('[arn:aws:iam::aws:policy/AdministratorAccess]').permissions), [
      'Allow | action * | resource *',
    ]);
    const power = of("[!Sub 'arn:${AWS::Partition}:iam::aws:policy/PowerUserAccess']");
    assert.deepEqual(power.unseen[0]?.known, { mayAllow: true, mayDeny: false });
  });

  it('are its permissions boundary', () => {
    const of = (boundary: string, ...others: readonly string[]) =>
      roleOf(template(role('Role', `      PermissionsBoundary: ${boundary}\n`), ...others)).boundary;
    const seen = of('!Ref Beside', beside('ManagedPolicy', 'Description: x'));
    assert.equal(seen?.type, 'seen');
    assert.deepEqual(seen?.type === 'seen' && grants(seen.grants), [allow]);
    const unseen = of('arn:aws:iam::111122223333:policy/limit');
    assert.deepEqual(unseen?.type === 'unseen' && unseen.policy.id, 'arn:aws:iam::111122223333:policy/limit');
    assert.equal(
      of('!If [A, !Ref Beside, !Ref AWS::NoValue]', beside('ManagedPolicy', 'Description: x'))?.type,
      'unseen',
    );
    assert.equal(of('!Ref AWS::NoValue'), undefined);
  });
});

describe('what runs with a role', () => {
  it('is linked to it, with its ARN', () => {
    const world = assemble({
      'a.yaml': template(
        role('Role'),
        `  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: repair
      Role: !GetAtt Role.Arn
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: steps
      RoleArn: !GetAtt Role.Arn
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles: [!Ref Role]
`,
      ),
    });
    assert.deepEqual(entity(world, 'Role').functions, ['Function']);
    const found = entity(world, 'Function');
    assert.deepEqual([found.kind, show(found.name), found.runsAs], ['function', 'repair', 'Role']);
    assert.equal(show(found.arn), 'arn:aws:lambda:{a.yaml#AWS::Region}:{a.yaml#AWS::AccountId}:function:repair');
    const machine = entity(world, 'Machine');
    assert.deepEqual([machine.kind, show(machine.name), machine.runsAs], ['service', 'states.amazonaws.com', 'Role']);
    assert.deepEqual(entity(world, 'Profile').runsAs, 'Role');
  });

  it('means its name or its ARN in a reference, as its type does', () => {
    const users = `  Function:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: repair, Role: !GetAtt Role.Arn }
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties: { StateMachineName: steps, RoleArn: !GetAtt Role.Arn }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { Family: task, TaskRoleArn: !GetAtt Role.Arn }
`;
    const principals = '{ AWS: [!Ref Function, !Ref Machine, !Ref Task] }';
    assert.deepEqual(grants(roleOf(template(role('Role', '', principals), users)).trust), [
      `Allow | principal AWS=repair AWS=arn:aws:states:{a.yaml#AWS::Region}:{a.yaml#AWS::AccountId}:stateMachine:steps AWS={a.yaml#Task} | action sts:AssumeRole`,
    ]);
  });

  it('has the role that AWS SAM makes', () => {
    const sam = (properties: string, globals = '') => `Transform: AWS::Serverless-2016-10-31
${globals}Resources:
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
${properties}`;
    const policies = `      Policies:
        - S3ReadPolicy: { BucketName: x }
        - AWSLambdaExecute
        - Statement: [{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }]
`;
    const world = assemble({ 'a.yaml': sam(policies) });
    const made = entity(world, 'FunctionRole');
    assert.deepEqual(grants(made.trust), ['Allow | principal Service=lambda.amazonaws.com | action sts:AssumeRole']);
    assert.deepEqual(grants(made.permissions), ['Allow | action sts:AssumeRole | resource *']);
    assert.deepEqual(made.unseen, []);
    assert.deepEqual(made.functions, ['Function']);
    assert.equal(entity(world, 'Function').runsAs, 'FunctionRole');
    const overridden = `      ${lambda.replace('lambda', 'edgelambda')}\n`;
    assert.deepEqual(grants(entity(assemble({ 'a.yaml': sam(overridden) }), 'FunctionRole').trust), [
      'Allow | principal Service=edgelambda.amazonaws.com | action sts:AssumeRole',
    ]);
    const globals = 'Globals:\n  Function:\n    PermissionsBoundary: arn:aws:iam::111122223333:policy/limit\n';
    assert.equal(entity(assemble({ 'a.yaml': sam('', globals) }), 'FunctionRole').boundary?.type, 'unseen');
  });
});

describe('users of a template', () => {
  it('have what their groups have', () => {
    const world = assemble({
      'a.yaml': template(`  User:
    Type: AWS::IAM::User
    Properties: { UserName: ann, Groups: [!Ref Group, elsewhere] }
  Group:
    Type: AWS::IAM::Group
    Properties:
      Policies:
        - PolicyName: a
          PolicyDocument: { Statement: [{ Effect: Allow, Action: sts:AssumeRole, Resource: '*' }] }
`),
    });
    const user = entity(world, 'User');
    assert.equal(user.kind, 'user');
    assert.deepEqual(grants(user.permissions), ['Allow | action sts:AssumeRole | resource *']);
    assert.deepEqual(
      user.unseen.map(({ label }) => label),
      ['what is attached to the group `elsewhere`'],
    );
    assert.deepEqual(
      world.entities.map(({ id }) => id),
      ['User'],
    );
  });
});
