import assert from 'node:assert/strict';
import { type FoundActions, findActionsRequest } from '../../server/src/protocol/actions.ts';
import { withServer } from './support/server-process.ts';

describe('a search for actions over the protocol', () => {
  it('tells of each what AWS says, and whether there are more', () =>
    withServer({}, async (server) => {
      const find = (params: unknown): Promise<FoundActions> =>
        server.connection.sendRequest(findActionsRequest, params as object);
      assert.deepEqual(await find({ text: ' s3:GetBucketPolicyS ' }), {
        items: [
          {
            kind: 'action',
            text: 's3:GetBucketPolicyStatus',
            about: 'Read',
            description:
              'Retrieve the policy status for a specific Amazon S3 bucket, which indicates whether the bucket is public.',
          },
        ],
        more: false,
      });
      const wide = await find({ text: 'ec2:Describe*' });
      assert.equal(wide.items.length, 60);
      assert.equal(wide.more, true);
      assert.deepEqual(wide.items[0]?.kind, 'wildcard');
      assert.match(wide.items[0]?.about ?? '', /^\d+ actions$/);
      const [first] = (await find({})).items;
      assert.deepEqual(first, { kind: 'service', text: 's3:', about: 'Amazon S3' });
    }));
});
