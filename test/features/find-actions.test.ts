import assert from 'node:assert/strict';
import { type ActionMatch, findActions } from '../../server/src/features/find-actions.ts';
import { iamData } from '../support/iam-data.ts';

const textOf = (match: ActionMatch): string => {
  const { prefix } = match.service;
  if (match.kind === 'action') return `${prefix}:${match.action.name}`;
  return match.kind === 'service' ? `${prefix}:` : `${prefix}:${match.pattern} (${match.covers})`;
};

const find = (typed: string): readonly string[] => findActions(iamData, typed).map(textOf);

describe('a search for actions', () => {
  it('begins with the services that most ask for', () => {
    assert.deepEqual(find('').slice(0, 4), ['s3:', 'iam:', 'sts:', 'ec2:']);
  });

  it('finds services by a part of their prefix, those that begin so first', () => {
    const found = find('s3');
    assert.deepEqual(found.slice(0, 2), ['s3:', 's3-object-lambda:']);
    assert.ok(
      found.every((each) => each.endsWith(':')),
      found.join(),
    );
  });

  it('finds actions of all services by a part of their name, in any case', () => {
    assert.deepEqual(find('putBucketPublic'), ['s3:PutBucketPublicAccessBlock']);
    assert.deepEqual(find('getObject').slice(0, 2), ['s3:GetObject', 'mediapackagev2:GetObject']);
  });

  it('finds the actions of a service by a part of their name: the very name first, then those that begin so', () => {
    const found = find('s3:getbucketp');
    assert.deepEqual(found, ['s3:GetBucketPolicy', 's3:GetBucketPolicyStatus', 's3:GetBucketPublicAccessBlock']);
    assert.equal(find('s3:GetBucketPolicyStatus')[0], 's3:GetBucketPolicyStatus');
    assert.ok(find('S3:bucket').includes('s3:CreateBucket'));
  });

  it('offers a wildcard that is typed, with what it stands for, where it stands for several', () => {
    assert.deepEqual(find('s3:GetBucketPolicy*'), [
      's3:GetBucketPolicy* (2)',
      's3:GetBucketPolicy',
      's3:GetBucketPolicyStatus',
    ]);
    assert.deepEqual(find('s3:GetBucketPolicyS*'), ['s3:GetBucketPolicyStatus']);
  });

  it('finds nothing for what is no action', () => {
    for (const typed of ['nosuchservice:Get', 's3:nosuch', 'arn:aws:s3', 'nothing has this in it'])
      assert.deepEqual(find(typed), []);
  });
});
