import assert from 'node:assert/strict';
import {
  findPartition,
  hasRegionForm,
  isKnownRegion,
  partitionOfRegion,
  partitions,
} from '../../server/src/catalog/partitions.ts';

describe('partitions', () => {
  it('own every region they list, and no other partition does', () => {
    for (const partition of partitions) {
      for (const region of partition.regions) {
        const owners = partitions.filter((each) => each.regionPattern.test(region)).map((each) => each.name);
        assert.deepEqual(owners, [partition.name], region);
      }
      assert.ok(partition.source.length > 5, partition.name);
    }
  });

  it('call AWS Organizations in a region of their own', () => {
    for (const partition of partitions) {
      if (partition.organizationsRegion === undefined) continue;
      assert.ok(partition.regions.includes(partition.organizationsRegion), partition.name);
    }
    assert.equal(findPartition('aws')?.organizationsRegion, 'us-east-1');
    assert.equal(findPartition('aws-cn')?.organizationsRegion, 'cn-northwest-1');
    assert.equal(findPartition('aws-us-gov')?.organizationsRegion, 'us-gov-west-1');
  });

  it('are found by region, also one that is new', () => {
    assert.equal(partitionOfRegion('eu-central-1')?.name, 'aws');
    assert.equal(partitionOfRegion('eu-somewhere-9')?.name, 'aws');
    assert.equal(partitionOfRegion('us-gov-west-1')?.name, 'aws-us-gov');
    assert.equal(partitionOfRegion('us-isob-east-1')?.name, 'aws-iso-b');
    assert.equal(partitionOfRegion('eu-isoe-west-1')?.name, 'aws-iso-e');
    assert.equal(partitionOfRegion('eusc-de-east-1')?.dnsSuffix, 'amazonaws.eu');
    assert.equal(partitionOfRegion('metrics'), undefined);
    assert.equal(partitionOfRegion('us-east-1a'), undefined);
    assert.equal(partitionOfRegion(''), undefined);
  });

  it('tell a region of the list from one that only looks so', () => {
    assert.ok(isKnownRegion('us-east-1'));
    assert.ok(!isKnownRegion('us-east-9'));
    assert.ok(hasRegionForm('us-east-9'));
  });
});
