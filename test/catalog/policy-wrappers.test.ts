import assert from 'node:assert/strict';
import { isPolicyKind } from '../../server/src/catalog/policy-kind.ts';
import { matchingWrappers, policyWrappers } from '../../server/src/catalog/policy-wrappers.ts';

/** The rows that a JSON text answers to, as kind and path. */
function match(text: string): readonly string[] {
  const root: unknown = JSON.parse(text);
  assert.ok(isObject(root));
  return matchingWrappers(Object.keys(root), (path) => exists(root, path)).map(
    (wrapper) => `${wrapper.kind} ${wrapper.path.join('.')}`,
  );
}

function exists(value: unknown, path: readonly string[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  if (step === '[]') return Array.isArray(value) && value.some((item) => exists(item, rest));
  return isObject(value) && Object.hasOwn(value, step) && exists(value[step], rest);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('wrappers of policies: the table', () => {
  it('has rows with a label, a source, a way to know them and a known kind', () => {
    for (const each of policyWrappers) {
      assert.ok(each.label.length > 0);
      assert.ok(each.source.length > 0, each.label);
      assert.ok(each.when.length > 0, each.label);
      assert.ok(isPolicyKind(each.kind) || each.kind === 'by-type' || each.kind === 'by-content', each.label);
      assert.equal(each.kind === 'by-type', each.typePath !== undefined, each.label);
    }
  });

  it('never recognises a file by one common key alone', () => {
    const own = ['policyText', 'policy.Policy', 'PolicyInJson', 'Attributes.Policy', 'DomainStatus.AccessPolicies'];
    for (const each of policyWrappers.filter((one) => one.when.length === 1 && one.only === undefined)) {
      const [key] = each.when;
      assert.ok(key !== undefined && (own.includes(key) || key.includes('[]')), each.label);
    }
  });

  it('has each place once for the same file', () => {
    const rows = policyWrappers.map((each) => `${each.when.join()} ${each.path.join('.')}`);
    assert.deepEqual(rows, [...new Set(rows)]);
  });
});

describe('wrappers of policies: files', () => {
  const files: readonly (readonly [string, string, readonly string[]])[] = [
    ['get-role', '{"Role":{"RoleName":"r","AssumeRolePolicyDocument":{}}}', ['trust Role.AssumeRolePolicyDocument']],
    [
      'list-roles',
      '{"Roles":[{"RoleName":"r","AssumeRolePolicyDocument":{}}]}',
      ['trust Roles.[].AssumeRolePolicyDocument'],
    ],
    [
      'create-role input',
      '{"RoleName":"r","AssumeRolePolicyDocument":"{}","Tags":[]}',
      ['trust AssumeRolePolicyDocument'],
    ],
    ['update-assume-role-policy input', '{"RoleName":"r","PolicyDocument":"{}"}', ['trust PolicyDocument']],
    ['get-role-policy', '{"RoleName":"r","PolicyName":"p","PolicyDocument":{}}', ['identity PolicyDocument']],
    ['put-user-policy input', '{"UserName":"u","PolicyName":"p","PolicyDocument":"{}"}', ['identity PolicyDocument']],
    ['get-group-policy', '{"GroupName":"g","PolicyName":"p","PolicyDocument":{}}', ['identity PolicyDocument']],
    ['create-policy input', '{"PolicyName":"p","PolicyDocument":"{}"}', ['identity PolicyDocument']],
    [
      'create-policy-version input',
      '{"PolicyArn":"a","PolicyDocument":"{}","SetAsDefault":true}',
      ['identity PolicyDocument'],
    ],
    ['get-policy-version', '{"PolicyVersion":{"Document":{},"VersionId":"v1"}}', ['identity PolicyVersion.Document']],
    ['get-policy, which has no document', '{"Policy":{"PolicyName":"p","Arn":"a"}}', []],
    [
      'get-account-authorization-details',
      '{"RoleDetailList":[{"RoleName":"r"}],"UserDetailList":[{"UserName":"u"}],"GroupDetailList":[{"GroupName":"g"}],"Policies":[{"PolicyName":"p","PolicyVersionList":[]}]}',
      [
        'trust RoleDetailList.[].AssumeRolePolicyDocument',
        'identity RoleDetailList.[].RolePolicyList.[].PolicyDocument',
        'identity UserDetailList.[].UserPolicyList.[].PolicyDocument',
        'identity GroupDetailList.[].GroupPolicyList.[].PolicyDocument',
        'identity Policies.[].PolicyVersionList.[].Document',
      ],
    ],
    ['assume-role input', '{"RoleArn":"a","RoleSessionName":"s","Policy":"{}"}', ['session Policy']],
    [
      'organizations describe-policy',
      '{"Policy":{"PolicySummary":{"Type":"SERVICE_CONTROL_POLICY"},"Content":"{}"}}',
      ['by-type Policy.Content'],
    ],
    [
      'organizations create-policy input',
      '{"Name":"n","Description":"d","Type":"RESOURCE_CONTROL_POLICY","Content":"{}"}',
      ['by-type Content'],
    ],
    ['get-inline-policy-for-permission-set', '{"InlinePolicy":"{}"}', ['identity InlinePolicy']],
    ['get-bucket-policy', '{"Policy":"{}"}', ['resource Policy']],
    ['lambda get-policy', '{"Policy":"{}","RevisionId":"1"}', ['resource Policy']],
    ['get-key-policy', '{"Policy":"{}","PolicyName":"default"}', ['resource Policy']],
    ['get-repository-policy', '{"registryId":"1","repositoryName":"r","policyText":"{}"}', ['resource policyText']],
    ['secretsmanager get-resource-policy', '{"ARN":"a","Name":"n","ResourcePolicy":"{}"}', ['resource ResourcePolicy']],
    ['get-queue-attributes', '{"Attributes":{"Policy":"{}"}}', ['resource Attributes.Policy']],
    ['get-vault-access-policy', '{"policy":{"Policy":"{}"}}', ['resource policy.Policy']],
    [
      'get-backup-vault-access-policy',
      '{"BackupVaultName":"v","BackupVaultArn":"a","Policy":"{}"}',
      ['resource Policy'],
    ],
    [
      'describe-vpc-endpoints',
      '{"VpcEndpoints":[{"VpcEndpointId":"e","PolicyDocument":"{}"}]}',
      ['endpoint VpcEndpoints.[].PolicyDocument'],
    ],
    ['a file of something else', '{"Policy":"{}","Other":1}', []],
    ['a plain policy', '{"Version":"2012-10-17","Statement":[]}', []],
    ['a template', '{"Resources":{"Role":{"Type":"AWS::IAM::Role"}}}', []],
    ['a policy under its property name', '{"PolicyDocument":{}}', ['by-content PolicyDocument']],
  ];
  for (const [name, text, expected] of files) {
    it(`finds what there is in ${name}`, () => {
      assert.deepEqual(match(text), expected);
    });
  }

  it('tells where the type of an organization policy stands', () => {
    const types = policyWrappers.flatMap((each) => (each.typePath === undefined ? [] : [each.typePath]));
    assert.deepEqual(types, [['Policy', 'PolicySummary', 'Type'], ['Type']]);
  });
});
