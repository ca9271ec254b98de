import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import {
  type PolicyProperty,
  policyProperties,
  policyPropertiesOf,
} from '../../server/src/catalog/policy-properties.ts';
import { analysed } from './analysed.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const document = { Version: '2012-10-17', Statement: [statement] };

/** The value at a path inside `Properties`. */
function propertiesWith(path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = propertiesWith(rest, value);
  return step === '[]' ? [inner] : { [step]: inner };
}

function template(type: string, properties: unknown): unknown {
  return { Resources: { Example: { Type: type, Properties: properties } } };
}

/** The policies of a template, which are the same in JSON and YAML. */
function kindsIn(value: unknown): readonly string[] {
  const json = analysed({ path: 'a.json', text: JSON.stringify(value, null, 2) });
  const yaml = analysed({ path: 'a.yaml', text: stringify(value) });
  const kinds = json.policies().map(({ kind }) => kind);
  assert.deepEqual(
    yaml.policies().map(({ kind }) => kind),
    kinds,
  );
  return kinds;
}

/** The values that a property may have, by what it holds. */
function valuesOf({ shape, format }: PolicyProperty): readonly unknown[] {
  switch (shape) {
    case 'statement':
      return [statement];
    case 'statements':
      return [[statement], statement];
    case 'sam-policies':
      return [document, ['AmazonS3ReadOnlyAccess', document]];
    case 'document': {
      const objects = format === 'string' ? [] : [document, { 'Fn::ToJsonString': document }];
      const strings =
        format === 'json' ? [] : [JSON.stringify(document, null, 2), { 'Fn::Sub': JSON.stringify(document) }];
      return [...objects, ...strings];
    }
  }
}

describe('properties that hold policies', () => {
  for (const row of policyProperties)
    it(`${row.type} ${row.path.join('.')}`, () => {
      const siblings = policyPropertiesOf(row.type).filter((each) => each.path.join() === row.path.join());
      assert.deepEqual(siblings, [row]);
      const organization = row.kind === 'by-type' ? { Type: 'SERVICE_CONTROL_POLICY' } : {};
      for (const value of valuesOf(row)) {
        const properties = { ...organization, ...(propertiesWith(row.path, value) as object) };
        assert.deepEqual(kindsIn(template(row.type, properties)), [row.kind === 'by-type' ? 'scp' : row.kind]);
      }
      const unknown = { ...organization, ...(propertiesWith(row.path, { Ref: 'Parameter' }) as object) };
      assert.deepEqual(kindsIn(template(row.type, unknown)), []);
    });

  it('of an organization are of the language that they say', () => {
    const kinds = (type: unknown) => kindsIn(template('AWS::Organizations::Policy', { Type: type, Content: document }));
    assert.deepEqual(kinds('RESOURCE_CONTROL_POLICY'), ['rcp']);
    for (const type of ['TAG_POLICY', 'BACKUP_POLICY', 'BEDROCK_POLICY', { Ref: 'Type' }])
      assert.deepEqual(kinds(type), []);
  });

  const lookAlikes: readonly (readonly [type: string, ...path: string[]])[] = [
    ['AWS::EC2::VerifiedAccessEndpoint', 'PolicyDocument'],
    ['AWS::EC2::VerifiedAccessGroup', 'PolicyDocument'],
    ['AWS::NetworkManager::CoreNetwork', 'PolicyDocument'],
    ['AWS::OpenSearchServerless::AccessPolicy', 'Policy'],
    ['AWS::OpenSearchServerless::SecurityPolicy', 'Policy'],
    ['AWS::OpenSearchServerless::LifecyclePolicy', 'Policy'],
    ['AWS::Logs::AccountPolicy', 'PolicyDocument'],
    ['AWS::Logs::LogGroup', 'DataProtectionPolicy'],
    ['AWS::SNS::Topic', 'DataProtectionPolicy'],
    ['AWS::SNS::Topic', 'ArchivePolicy'],
    ['AWS::SNS::Subscription', 'FilterPolicy'],
    ['AWS::SNS::Subscription', 'RedrivePolicy'],
    ['AWS::SNS::Subscription', 'DeliveryPolicy'],
    ['AWS::SNS::Subscription', 'ReplayPolicy'],
    ['AWS::SQS::Queue', 'RedrivePolicy'],
    ['AWS::SQS::Queue', 'RedriveAllowPolicy'],
    ['AWS::MPA::ApprovalTeam', 'Policies'],
    ['AWS::IoT::ProvisioningTemplate', 'TemplateBody'],
    ['AWS::Config::ConformancePack', 'TemplateBody'],
    ['AWS::ECR::Repository', 'LifecyclePolicy'],
    ['AWS::S3::Bucket', 'PolicyDocument'],
    ['Custom::Policy', 'PolicyDocument'],
  ];
  for (const [type, ...path] of lookAlikes)
    it(`are not ${type} ${path.join('.')}`, () => {
      assert.deepEqual(kindsIn(template(type, propertiesWith(path, document))), []);
      assert.deepEqual(kindsIn(template(type, propertiesWith(path, JSON.stringify(document)))), []);
    });
});
