import assert from 'node:assert/strict';
import { literalText } from '../../server/src/role/text.ts';
import { assemble, entity, grants, show, trust } from './assembled.ts';

const template = (...resources: readonly string[]) => `Resources:\n${resources.join('')}`;
const role = (id: string, more = '', principal = '{ Service: lambda.amazonaws.com }') => `  ${id}:
    Type: AWS::IAM::Role
    Properties:
      ${trust(principal)}
${more}`;
const inline = (statements: string) => `      Policies:
        - PolicyName: inline
          PolicyDocument:
            Statement:
${statements}`;

/** The only role of a template. */
function roleOf(text: string, id = 'Role') {
  return entity(assemble({ 'a.yaml': text }), id);
}

describe('a role of a template', () => {
  it('has its name, path, place and ARN, each unknown once for the file', () => {
    const written = roleOf(template(role('Role', '      RoleName: deploy\n      Path: /ops/\n')));
    assert.equal(show(written.name), 'deploy');
    assert.equal(show(written.path), '/ops/');
    assert.equal(show(written.arn), 'arn:aws:iam::{a.yaml#AWS::AccountId}:role/ops/deploy');
    assert.deepEqual(written.places, [
      { account: [{ unknown: 'a.yaml#AWS::AccountId', label: 'the account of `Role`', type: 'account' }] },
    ]);
    const unnamed = roleOf(template(role('Role')));
    assert.deepEqual(unnamed.name, [
      { unknown: 'a.yaml#Role', label: 'the name that CloudFormation gives `Role`', type: 'name' },
    ]);
  });

  it('has its trust policy with all that stands in it', () => {
    const text = template(`  Role:
    Type: AWS::IAM::Role
    Properties:
      MaxSessionDuration: 7200
      Tags: [{ Key: team, Value: blue }]
      AssumeRolePolicyDocument:
        Statement:
          - Sid: One
            Effect: Allow
            Principal:
              AWS: ['111122223333', !Sub 'arn:\${AWS::Partition}:iam::\${Other}:role/x']
            Action: [sts:AssumeRole, sts:TagSession]
            Condition:
              StringEquals: { 'sts:ExternalId': [a, b] }
          - Effect: Deny
            NotPrincipal: { AWS: '*' }
            Action: '*'
`);
    const found = roleOf(text);
    assert.deepEqual(grants(found.trust), [
      'Allow | principal AWS=111122223333 AWS=arn:aws:iam::{a.yaml#Other}:role/x | action sts:AssumeRole sts:TagSession | StringEquals sts:ExternalId a b',
      'Deny | not principal AWS=* | action *',
    ]);
    assert.deepEqual(found.trust?.[0]?.origin, {
      file: 'a.yaml',
      fragment: 'Resources/Role',
      policy: 0,
      statement: 0,
      label: 'statement `One` of the trust policy of `Role`',
    });
    assert.deepEqual(found.tags, { values: [{ key: 'team', value: ['blue'] }], complete: false });
    assert.equal(found.maxSessionDuration, 7200);
    assert.equal(
      found.trust?.[0]?.principals?.values[1]?.value.some(
        (part) => typeof part !== 'string' && part.type === 'account',
      ),
      true,
    );
  });

  it('keeps of its permissions what can concern roles', () => {
    const found = roleOf(
      template(
        role(
          'Role',
          inline(`              - { Effect: Allow, Action: 's3:*', Resource: '*' }
              - { Effect: Allow, Action: 'sts:Assume*', Resource: 'arn:aws:iam::*:role/x' }
              - { Effect: Deny, NotAction: ['s3:*', 'iam:Get*'], Resource: '*' }
              - { Effect: Allow, NotAction: ['sts:*', 'iam:*'], Resource: '*' }
              - { Effect: Allow, Action: 'iam:PutRolePolicy', Resource: '*' }
              - { Effect: Allow, Action: !Ref Some, Resource: '*' }
`),
        ),
      ),
    );
    assert.deepEqual(grants(found.permissions), [
      'Allow | action sts:Assume* | resource arn:aws:iam::*:role/x',
      'Deny | not action s3:* iam:Get* | resource *',
      'Allow | action iam:PutRolePolicy | resource *',
      'Allow | action {a.yaml#Some} | resource *',
    ]);
    assert.deepEqual(
      found.permissions.map(({ origin }) => [origin.policy, origin.statement]),
      [
        [1, 1],
        [1, 2],
        [1, 4],
        [1, 5],
      ],
    );
    assert.equal(found.permissions[0]?.origin.label, 'statement 2 of the policy `inline` of `Role`');
  });

  it('has a statement that is not known where a document is not', () => {
    const hidden = template(`  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !Ref Given
      Policies:
        - PolicyName: a
          PolicyDocument:
            Statement:
              - Fn::Transform: { Name: AWS::Include }
`);
    const found = roleOf(hidden);
    const nothing = 'maybe effect? | principal ? | action ? | resource ?';
    assert.deepEqual(grants(found.trust), [nothing]);
    assert.deepEqual(grants(found.permissions), [nothing]);
    assert.deepEqual(
      [...(found.trust ?? []), ...found.permissions].map(({ origin }) => [origin.policy, origin.statement]),
      [
        [-1, -1],
        [0, -1],
      ],
    );
  });

  it('may have more than is seen where a macro writes properties', () => {
    const macro = roleOf(template(role('Role', '      Fn::Transform: { Name: AWS::Include }\n')));
    assert.deepEqual(grants(macro.trust), [
      'Allow | principal Service=lambda.amazonaws.com | action sts:AssumeRole',
      'maybe effect? | principal ? | action ? | resource ?',
    ]);
    assert.equal(macro.permissions.length, 1);
  });

  it('reads policies that are given as strings', () => {
    const found = roleOf(`Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !Sub '{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::\${Other}:root"},"Action":"sts:AssumeRole"}}'
`);
    assert.deepEqual(grants(found.trust), [
      'Allow | principal AWS=arn:aws:iam::{a.yaml#Other}:root | action sts:AssumeRole',
    ]);
  });
});

describe('what stands under a condition of a template', () => {
  const ifs = (statement: string) => roleOf(template(role('Role', inline(statement))));

  it('may not be there, except what both branches say', () => {
    const allow = "{ Effect: Allow, Action: 'sts:AssumeRole', Resource: x }";
    assert.deepEqual(grants(ifs(`              - !If [A, ${allow}, !Ref AWS::NoValue]\n`).permissions), [
      'maybe Allow | action sts:AssumeRole | resource x',
    ]);
    const both = ifs(`              - !If [A, ${allow}, ${allow}]\n`).permissions;
    assert.deepEqual(new Set(grants(both)), new Set(['Allow | action sts:AssumeRole | resource x']));
  });

  it('is one unknown text where two differ, and an open list where their number does', () => {
    const of = (resource: string, more = '') =>
      grants(
        ifs(`              - Effect: Allow
                Action: sts:AssumeRole
                Resource: ${resource}
${more}`).permissions,
      );
    assert.deepEqual(of('!If [A, x, y]'), ['Allow | action sts:AssumeRole | resource {a.yaml#If([A, x, y])}']);
    assert.deepEqual(of('!If [A, x, x]'), ['Allow | action sts:AssumeRole | resource x']);
    assert.deepEqual(of('!If [A, [x, y], [x]]'), ['Allow | action sts:AssumeRole | resource x?']);
    assert.deepEqual(of('[x, !If [A, y, !Ref AWS::NoValue]]'), ['Allow | action sts:AssumeRole | resource x?']);
    assert.deepEqual(of('[x, !Ref AWS::NoValue]'), ['Allow | action sts:AssumeRole | resource x']);
    const condition = '                Condition: !If [A, { Bool: { k: true } }, !Ref AWS::NoValue]\n';
    assert.deepEqual(of('x', condition), ['maybe Allow | action sts:AssumeRole | resource x']);
    const value = '                Condition: { StringEquals: { k: !If [A, a, b] } }\n';
    assert.deepEqual(of('x', value), [
      'Allow | action sts:AssumeRole | resource x | StringEquals k {a.yaml#If([A, a, b])}',
    ]);
  });
});

describe('parameters', () => {
  const text = (parameter: string) => `Parameters:
  Given: ${parameter}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      ${trust('{ AWS: !Ref Given }')}
`;
  const principal = (parameter: string, parameters?: Readonly<Record<string, string | readonly string[]>>) =>
    grants(
      entity(assemble({ 'a.yaml': text(parameter) }, parameters ? { files: { 'a.yaml': { parameters } } } : {}), 'Role')
        .trust,
    );

  it('have the configured value, else their default, else none', () => {
    assert.deepEqual(principal('{ Type: String, Default: a }', { Given: 'b' }), [
      'Allow | principal AWS=b | action sts:AssumeRole',
    ]);
    assert.deepEqual(principal('{ Type: String, Default: a }'), ['Allow | principal AWS=a | action sts:AssumeRole']);
    assert.deepEqual(principal('{ Type: String }'), ['Allow | principal AWS={a.yaml#Given} | action sts:AssumeRole']);
    assert.deepEqual(principal("{ Type: 'AWS::SSM::Parameter::Value<String>', Default: /a }"), [
      'Allow | principal AWS={a.yaml#Given} | action sts:AssumeRole',
    ]);
  });

  it('are opened where they are lists', () => {
    assert.deepEqual(principal('{ Type: CommaDelimitedList, Default: "a, b" }'), [
      'Allow | principal AWS=a AWS=b | action sts:AssumeRole',
    ]);
    assert.deepEqual(principal('{ Type: CommaDelimitedList }', { Given: ['c', 'd'] }), [
      'Allow | principal AWS=c AWS=d | action sts:AssumeRole',
    ]);
    assert.deepEqual(principal('{ Type: CommaDelimitedList }'), ['Allow | principal ? | action sts:AssumeRole']);
  });

  it('are accounts where the template says so', () => {
    const type = (parameter: string) => {
      const world = assemble({ 'a.yaml': text(parameter) });
      const [part] = entity(world, 'Role').trust?.[0]?.principals?.values[0]?.value ?? [];
      return typeof part === 'string' ? undefined : part?.type;
    };
    assert.equal(type('{ Type: String }'), 'text');
    assert.equal(type("{ Type: String, AllowedPattern: '\\d{12}' }"), 'account');
  });
});

describe('the same template in JSON', () => {
  it('says the same', () => {
    const json = `{"Resources":{"Role":{"Type":"AWS::IAM::Role","Properties":{"RoleName":{"Fn::Sub":"x-\${Stage}"},
      "AssumeRolePolicyDocument":{"Statement":[{"Effect":"Allow","Principal":{"AWS":{"Fn::GetAtt":["Other","Arn"]}},"Action":"sts:AssumeRole"}]}}},
      "Other":{"Type":"AWS::IAM::Role","Properties":{"Path":"/o/","AssumeRolePolicyDocument":{"Statement":[]}}}}}`;
    const world = assemble({ 'a.json': json });
    assert.deepEqual(grants(entity(world, 'Role').trust), [
      'Allow | principal AWS=arn:aws:iam::{a.json#AWS::AccountId}:role/o/{a.json#Other} | action sts:AssumeRole',
    ]);
    assert.equal(show(entity(world, 'Role').name), 'x-{a.json#Stage}');
    assert.deepEqual(entity(world, 'Other').trust, []);
    assert.equal(literalText(world.partition), 'aws');
  });
});
