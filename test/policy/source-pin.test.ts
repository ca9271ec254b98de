import assert from 'node:assert/strict';
import { findServicePrincipal, type ServicePrincipal } from '../../server/src/catalog/service-principals.ts';
import { fill, sub } from '../../server/src/edit/writable.ts';
import { type PinPlace, sourcePin } from '../../server/src/policy/source-pin.ts';

function service(name: string): ServicePrincipal {
  const found = findServicePrincipal(name);
  assert.ok(found, name);
  return found;
}

const standalone: PinPlace = { inSub: false, names: [] };
const template: PinPlace = { inSub: true, names: [] };

describe('the condition that pins a service', () => {
  it('is on the account alone where the service sends nothing else', () => {
    const serverless = service('redshift-serverless.amazonaws.com');
    assert.deepEqual(sourcePin(serverless, template), {
      StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') },
    });
    assert.deepEqual(sourcePin(serverless, { ...standalone, partition: 'aws', account: '111122223333' }), {
      StringEquals: { 'aws:SourceAccount': '111122223333' },
    });
    assert.deepEqual(sourcePin(serverless, standalone), {
      StringEquals: { 'aws:SourceAccount': fill({ name: 'account id' }) },
    });
  });

  it('has the account beside an ARN that holds none', () => {
    assert.deepEqual(
      sourcePin(service('s3.amazonaws.com'), { ...standalone, partition: 'aws-cn', account: '111122223333' }),
      {
        ArnEquals: { 'aws:SourceArn': fill('arn:', 'aws-cn', ':s3:::', { name: 'bucket name' }) },
        StringEquals: { 'aws:SourceAccount': '111122223333' },
      },
    );
  });

  it('uses ArnLike for a shape with wildcards', () => {
    assert.deepEqual(Object.keys(sourcePin(service('ecs-tasks.amazonaws.com'), template) ?? {}), ['ArnLike']);
    assert.deepEqual(Object.keys(sourcePin(service('states.amazonaws.com'), template) ?? {}), ['ArnEquals']);
  });

  it('names each resource once', () => {
    const pin = sourcePin(service('lambda.amazonaws.com'), { ...standalone, names: ['a', undefined, 'a', undefined] });
    assert.deepEqual(pin, {
      ArnEquals: {
        'aws:SourceArn': ['a', { name: 'function name' }].map((name) =>
          fill('arn:', 'aws', ':lambda:', { name: 'region' }, ':', { name: 'account id' }, ':function:', name),
        ),
      },
    });
  });

  it('is not known where the service is not known to send either key', () => {
    assert.equal(sourcePin(service('ec2.amazonaws.com'), template), undefined);
    assert.equal(sourcePin(service('backup.amazonaws.com'), template), undefined);
  });
});
