import assert from 'node:assert/strict';
import { isPolicyKind, kindOfOrganizationPolicy, policyKinds } from '../../server/src/catalog/policy-kind.ts';
import { policyProperties, policyPropertiesOf } from '../../server/src/catalog/policy-properties.ts';
import { relatedProperties, relatedPropertiesOf } from '../../server/src/catalog/related-properties.ts';

describe('kinds of policy', () => {
  it('are the eight of the contract', () => {
    assert.deepEqual(policyKinds, ['identity', 'trust', 'resource', 'scp', 'rcp', 'boundary', 'session', 'endpoint']);
    assert.ok(isPolicyKind('trust'));
    assert.ok(!isPolicyKind('Trust'));
  });

  it('are told for the policies of an organization by their type', () => {
    assert.equal(kindOfOrganizationPolicy('SERVICE_CONTROL_POLICY'), 'scp');
    assert.equal(kindOfOrganizationPolicy('RESOURCE_CONTROL_POLICY'), 'rcp');
    assert.equal(kindOfOrganizationPolicy('TAG_POLICY'), undefined);
    assert.equal(kindOfOrganizationPolicy(''), undefined);
  });
});

describe('properties that hold policies', () => {
  it('are each listed once, with a known kind and a source', () => {
    const names = policyProperties.map((each) => `${each.type} ${each.path.join('.')}`);
    assert.deepEqual(names, [...new Set(names)]);
    for (const each of policyProperties) {
      assert.ok(isPolicyKind(each.kind) || each.kind === 'by-type', each.type);
      assert.equal(each.kind === 'by-type', each.typePath !== undefined, each.type);
      assert.match(each.type, /^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/);
      assert.ok(each.source.length > 10, each.type);
    }
    assert.equal(policyProperties.length, 93);
  });

  it('have paths of property names and list steps', () => {
    for (const each of policyProperties) {
      assert.ok(each.path.length > 0, each.type);
      for (const step of each.path) assert.match(step, /^(\[\]|[A-Z][A-Za-z0-9]*)$/, each.type);
      assert.notEqual(each.path[0], '[]', each.type);
    }
  });

  it('are found by resource type', () => {
    assert.deepEqual(
      policyPropertiesOf('AWS::IAM::Role').map((each) => [each.path, each.kind, each.shape]),
      [
        [['AssumeRolePolicyDocument'], 'trust', 'document'],
        [['Policies', '[]', 'PolicyDocument'], 'identity', 'document'],
      ],
    );
    assert.deepEqual(
      policyPropertiesOf('AWS::DynamoDB::GlobalTable').map((each) => each.path),
      [
        ['Replicas', '[]', 'ResourcePolicy', 'PolicyDocument'],
        ['Replicas', '[]', 'ReplicaStreamSpecification', 'ResourcePolicy', 'PolicyDocument'],
      ],
    );
    assert.deepEqual(policyPropertiesOf('AWS::S3::Bucket'), []);
    assert.deepEqual(policyPropertiesOf('toString'), []);
  });

  it('tell what is not a whole document', () => {
    const odd = policyProperties.filter((each) => each.shape !== 'document');
    assert.deepEqual(
      odd.map((each) => [each.type, each.shape]),
      [
        ['AWS::Serverless::Function', 'sam-policies'],
        ['AWS::Serverless::StateMachine', 'sam-policies'],
        ['AWS::Serverless::Api', 'statements'],
        ['AWS::Events::EventBusPolicy', 'statement'],
      ],
    );
  });

  it('hold session and endpoint policies under their own kinds', () => {
    assert.equal(policyPropertiesOf('AWS::EC2::VPCEndpoint')[0]?.kind, 'endpoint');
    assert.equal(policyPropertiesOf('AWS::RolesAnywhere::Profile')[0]?.kind, 'session');
    assert.deepEqual(policyPropertiesOf('AWS::Organizations::Policy')[0]?.typePath, ['Type']);
  });

  it('leave out what only looks like a policy of IAM', () => {
    const lookAlikes = [
      'AWS::EC2::VerifiedAccessEndpoint',
      'AWS::EC2::VerifiedAccessGroup',
      'AWS::NetworkManager::CoreNetwork',
      'AWS::OpenSearchServerless::AccessPolicy',
      'AWS::Logs::AccountPolicy',
      'AWS::SNS::Topic',
      'AWS::SNS::Subscription',
      'AWS::SQS::Queue',
      'AWS::MPA::ApprovalTeam',
      'AWS::IoT::ProvisioningTemplate',
      'AWS::Config::ConformancePack',
      'AWS::RAM::Permission',
      'AWS::Lambda::Permission',
    ];
    for (const type of lookAlikes) assert.deepEqual(policyPropertiesOf(type), [], type);
    assert.deepEqual(
      policyPropertiesOf('AWS::ECR::Repository').map((each) => each.path),
      [['RepositoryPolicyText']],
    );
  });
});

describe('properties that concern policies', () => {
  it('do not overlap with those that hold one', () => {
    for (const each of relatedProperties) {
      const same = policyPropertiesOf(each.type).filter((one) => one.path.join('.') === each.path.join('.'));
      assert.deepEqual(same, [], each.type);
      assert.ok(each.source.length > 10, each.type);
    }
  });

  it('say what they hold', () => {
    assert.deepEqual(
      relatedPropertiesOf('AWS::IAM::Role').map((each) => [each.path[0], each.holds]),
      [
        ['PermissionsBoundary', 'boundary-arn'],
        ['ManagedPolicyArns', 'managed-policy-arns'],
      ],
    );
    assert.equal(relatedPropertiesOf('AWS::CloudFormation::StackSet')[0]?.holds, 'template');
  });
});
