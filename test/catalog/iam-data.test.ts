import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { openIamData } from '../../server/src/catalog/iam-data.ts';
import { actionsMatching, conditionKeysOf, findAction, matchesAnAction } from '../../server/src/catalog/iam-queries.ts';
import { likelyAction } from '../../server/src/catalog/likely-action.ts';
import { likelyService } from '../../server/src/catalog/likely-service.ts';
import { iamData, oldIamData } from '../support/iam-data.ts';

const folder = 'server/src/catalog/generated';

describe('the data of actions and condition keys', () => {
  it('says where it is from, and when', () => {
    assert.match(iamData.source, /Service Authorization Reference/);
    assert.match(iamData.version, /^\d+\.\d+\.\d+$/);
    assert.match(iamData.date, /^20\d\d-\d\d-\d\d$/);
  });

  it('is old after a year', () => {
    const bytes = readFileSync(`${folder}/iam-data.bin`);
    const isOldOn = (now: Date) => openIamData(bytes, brotliDecompressSync, now).isOld;
    const birthday = new Date(`${iamData.date}T00:00:00Z`);
    birthday.setUTCFullYear(birthday.getUTCFullYear() + 1);
    assert.equal(isOldOn(birthday), false);
    assert.equal(isOldOn(new Date(birthday.getTime() + 86_400_000)), true);
    assert.deepEqual([iamData.isOld, oldIamData.isOld], [false, true]);
  });

  it('takes less than 600 KB, descriptions included', () => {
    const sizes = ['iam-data.bin', 'iam-descriptions.bin'].map((file) => statSync(`${folder}/${file}`).size);
    assert.ok(sizes.reduce((sum, size) => sum + size) < 600_000, sizes.join(' + '));
  });

  it('can be read to its end', () => {
    const services = iamData.prefixes.map((prefix) => iamData.findService(prefix));
    assert.ok(services.length > 400);
    assert.ok(services.every((service) => service !== undefined));
    const actions = services.reduce((sum, service) => sum + (service?.actions.size ?? 0), 0);
    assert.ok(actions > 20_000, `${actions} actions`);
  });

  it('knows an action in any case, with its level, resources and condition keys', () => {
    const { service, action } = findAction(iamData, 'S3:getobject') ?? {};
    assert.equal(service?.name, 'Amazon S3');
    assert.equal(action?.name, 'GetObject');
    assert.equal(action?.accessLevel, 'Read');
    const object = action?.resourceTypes.find(({ type }) => type.name === 'object');
    assert.equal(object?.type.arn, 'arn:${Partition}:s3:::${BucketName}/${ObjectName}');
    const keys = [...(action === undefined ? [] : conditionKeysOf(action))].map(({ name }) => name);
    assert.ok(keys.includes('s3:ExistingObjectTag/<key>'));
    assert.ok(!keys.includes('s3:prefix'));
  });

  it('knows no more than there is', () => {
    for (const text of ['s3:GetObjct', 'nothing:Get', 's3', '*', 's3:Get:Object'])
      assert.equal(findAction(iamData, text), undefined, text);
    assert.equal(iamData.findService('nothing'), undefined);
  });

  it('tells what a name with wildcards stands for', () => {
    const s3 = iamData.findService('s3');
    assert.ok(s3);
    assert.deepEqual(
      actionsMatching(s3, 'getobjecttag*').map(({ name }) => name),
      ['GetObjectTagging'],
    );
    assert.deepEqual(actionsMatching(s3, 'Foo*'), []);
    assert.ok(matchesAnAction(s3, '*'));
    assert.ok(!matchesAnAction(s3, 'Foo*'));
  });

  it('knows services that are in policies of AWS only, by no more than their prefix', () => {
    const service = iamData.findService('mobilehub');
    assert.equal(service?.name, undefined);
    assert.equal(service?.actions.size, 0);
  });

  it('has the type of a condition key', () => {
    const typeOf = (prefix: string, name: string) => {
      const key = iamData.findService(prefix)?.conditionKeys.find((each) => each.name === name);
      return key && [key.type, key.multivalued];
    };
    assert.deepEqual(typeOf('s3', 's3:max-keys'), ['numeric', false]);
    assert.deepEqual(typeOf('ec2', 'ec2:SourceInstanceARN'), ['arn', false]);
    assert.deepEqual(typeOf('dynamodb', 'dynamodb:Attributes'), ['string', true]);
  });
});

describe('names that were likely meant', () => {
  const meant = (action: string) => {
    const [prefix = '', name = ''] = action.split(':');
    const service = iamData.findService(prefix);
    return service && likelyAction(service, name)?.name;
  };

  it('are found for slips of the pen', () => {
    assert.equal(meant('s3:GetObjct'), 'GetObject');
    assert.equal(meant('s3:getobjects'), 'GetObject');
    assert.equal(meant('dynamodb:Qeury'), 'Query');
    assert.equal(meant('ec2:DescribeInstnaces'), 'DescribeInstances');
  });

  it('are found for operations that another action allows', () => {
    assert.equal(meant('s3:ListBuckets'), 'ListAllMyBuckets');
    assert.equal(meant('lambda:Invoke'), 'InvokeFunction');
  });

  it('are not found for names that AWS may have added', () => {
    for (const action of ['s3:GetObjectV2', 'iam:SetRole', 'ec2:DescribeVpcs2', 's3:Anything'])
      assert.equal(meant(action), undefined, action);
  });

  it('are found for services', () => {
    const service = (prefix: string) => likelyService(prefix, iamData.prefixes);
    assert.equal(service('dynamdb'), 'dynamodb');
    assert.equal(service('CloudWatchLogs'), 'logs');
    assert.equal(service('ebz'), undefined);
    assert.equal(service('specific'), undefined);
  });
});
