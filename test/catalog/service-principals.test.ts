import assert from 'node:assert/strict';
import {
  findServicePrincipal,
  isServicePrincipalName,
  nearestServicePrincipals,
  normalizeServicePrincipal,
  type ServicePrincipal,
  servicePrincipals,
  sourceArnServices,
} from '../../server/src/catalog/service-principals.ts';

function row(name: string): ServicePrincipal {
  const found = findServicePrincipal(name);
  assert.ok(found, name);
  return found;
}

describe('service principals: the table', () => {
  it('lists every service once, without region and in the form of partition aws', () => {
    const names = servicePrincipals.map((each) => each.principal);
    assert.deepEqual(names, [...new Set(names)]);
    for (const name of names) assert.equal(normalizeServicePrincipal(name), name);
    assert.equal(names.length, 117);
  });

  it('has a source in every row', () => {
    for (const each of servicePrincipals) assert.match(each.source, /^\w.{4,}$/, each.principal);
  });

  it('writes every ARN shape with partition, region or wildcard, and account', () => {
    const s3 = 'arn:${Partition}:s3:::${BucketName}';
    for (const each of servicePrincipals) {
      for (const shape of each.arnShapes.filter((text) => text !== s3)) {
        assert.match(shape, /^arn:\$\{Partition\}:[a-z0-9-]+:(\$\{Region\}|\*):\$\{Account\}:\S+$/, each.principal);
      }
    }
    assert.deepEqual(row('s3.amazonaws.com').arnShapes, [s3]);
  });

  it('grades as established only what is published or verified, not narrowed, and has a shape', () => {
    for (const each of servicePrincipals.filter((one) => one.grade === 'established')) {
      assert.ok(['verified', 'aws-published'].includes(each.evidence), each.principal);
      assert.equal(each.uses, undefined, each.principal);
      assert.equal(each.breaks, undefined, each.principal);
      assert.equal(each.sends, 'source-arn', each.principal);
      assert.ok(each.arnShapes.length > 0, each.principal);
    }
  });

  it('claims nothing where nothing was found', () => {
    for (const each of servicePrincipals.filter((one) => one.sends === 'unknown')) {
      assert.equal(each.grade, 'open', each.principal);
      assert.equal(each.sendsSourceAccount, false, each.principal);
      assert.equal(each.documentedByService, false, each.principal);
    }
  });

  it('knows of aws:SourceAccount wherever a service sends nothing else', () => {
    for (const each of servicePrincipals.filter((one) => one.sends === 'source-account')) {
      assert.equal(each.sendsSourceAccount, true, each.principal);
      assert.deepEqual(each.arnShapes, [], each.principal);
    }
  });
});

describe('service principals: single facts', () => {
  it('takes AWS Lambda as established, but not documented by the service', () => {
    const lambda = row('lambda.amazonaws.com');
    assert.equal(lambda.grade, 'established');
    assert.equal(lambda.documentedByService, false);
    assert.equal(lambda.arnShapes[0], 'arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}');
  });

  it('is silent on EC2 and Elastic Transcoder', () => {
    assert.equal(row('ec2.amazonaws.com').grade, 'silent');
    assert.equal(row('elastictranscoder.amazonaws.com').grade, 'silent');
    assert.equal(row('ec2.amazonaws.com').sends, 'neither');
  });

  it('pins EventBridge Scheduler by the schedule group', () => {
    assert.deepEqual(row('scheduler.amazonaws.com').arnShapes, [
      'arn:${Partition}:scheduler:${Region}:${Account}:schedule-group/${GroupName}',
    ]);
  });

  it('says that the asterisk in the value of AWS Config is a literal one', () => {
    const literal = servicePrincipals.filter((each) => each.wildcardIsLiteral);
    assert.deepEqual(
      literal.map((each) => each.principal),
      ['config.amazonaws.com'],
    );
  });

  it('leaves open what is known of one use only, or both ways', () => {
    const open = ['cloudformation', 'cloudtrail', 'transcribe', 'elasticmapreduce', 'glue', 'codebuild', 'redshift'];
    for (const service of open) assert.equal(row(`${service}.amazonaws.com`).grade, 'open', service);
    assert.match(row('cloudformation.amazonaws.com').uses ?? '', /stack set/);
    assert.match(row('cloudtrail.amazonaws.com').breaks ?? '', /CloudWatch Logs/);
  });

  it('knows the other keys that services are scoped by', () => {
    const keys = (name: string) => row(name).alternativeKeys?.map((each) => each.key);
    assert.deepEqual(keys('firehose.amazonaws.com'), ['sts:ExternalId']);
    assert.deepEqual(keys('redshift.amazonaws.com'), ['sts:ExternalId']);
    assert.deepEqual(keys('pods.eks.amazonaws.com'), [
      'aws:RequestTag/eks-cluster-name',
      'aws:RequestTag/kubernetes-namespace',
      'aws:RequestTag/kubernetes-service-account',
    ]);
  });

  it('tells where aws:SourceAccount is not established beside aws:SourceArn', () => {
    const without = servicePrincipals.filter((each) => each.sends === 'source-arn' && !each.sendsSourceAccount);
    assert.deepEqual(
      without.map((each) => each.principal),
      ['logs.amazonaws.com', 'rolesanywhere.amazonaws.com'],
    );
  });

  it('names the service of the source, which is not always the one that assumes', () => {
    assert.deepEqual(sourceArnServices(row('vpc-flow-logs.amazonaws.com')), ['ec2']);
    assert.deepEqual(sourceArnServices(row('lambda.amazonaws.com')), ['lambda']);
    assert.deepEqual(sourceArnServices(row('ec2.amazonaws.com')), []);
  });
});

describe('service principals: names', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['states.amazonaws.com', 'states.amazonaws.com'],
    ['states.us-east-1.amazonaws.com', 'states.amazonaws.com'],
    ['logs.eu-west-1.amazonaws.com', 'logs.amazonaws.com'],
    ['logs.${AWS::Region}.amazonaws.com', 'logs.amazonaws.com'],
    ['lambda.${AWS::URLSuffix}', 'lambda.amazonaws.com'],
    ['lambda.amazonaws.com.cn', 'lambda.amazonaws.com'],
    ['logs.cn-north-1.amazonaws.com.cn', 'logs.amazonaws.com'],
    ['ec2.c2s.ic.gov', 'ec2.amazonaws.com'],
    ['kinesis.us-gov-west-1.amazonaws.com', 'kinesis.amazonaws.com'],
    ['us-east-1.elasticache-snapshot.amazonaws.com', 'elasticache-snapshot.amazonaws.com'],
    ['streams.metrics.cloudwatch.amazonaws.com', 'streams.metrics.cloudwatch.amazonaws.com'],
    ['${Service.Name}.amazonaws.com', '${Service.Name}.amazonaws.com'],
    ['alexa-appkit.amazon.com', 'alexa-appkit.amazon.com'],
    ['amazonaws.com', 'amazonaws.com'],
    ['', ''],
  ];
  for (const [written, expected] of forms) {
    it(`reads ${JSON.stringify(written)} as ${JSON.stringify(expected)}`, () => {
      assert.equal(normalizeServicePrincipal(written), expected);
    });
  }

  it('finds a row by every form of its name', () => {
    assert.equal(findServicePrincipal('states.us-east-1.amazonaws.com'), row('states.amazonaws.com'));
    assert.equal(findServicePrincipal('lambda.amazonaws.com.cn'), row('lambda.amazonaws.com'));
    assert.equal(findServicePrincipal('nothing.amazonaws.com'), undefined);
  });

  it('knows the names of the list and of the table', () => {
    assert.ok(isServicePrincipalName('xray.amazonaws.com'));
    assert.ok(isServicePrincipalName('scheduler.amazonaws.com'));
    assert.ok(isServicePrincipalName('codedeploy.eu-west-1.amazonaws.com'));
    assert.ok(!isServicePrincipalName('lamda.amazonaws.com'));
    assert.ok(!isServicePrincipalName('lambda'));
  });

  it('offers the names that a misspelt one may stand for', () => {
    assert.equal(nearestServicePrincipals('lamda.amazonaws.com')[0], 'lambda.amazonaws.com');
    assert.equal(nearestServicePrincipals('labmda.amazonaws.com')[0], 'lambda.amazonaws.com');
    assert.equal(nearestServicePrincipals('lambda.amazonaws.co')[0], 'lambda.amazonaws.com');
    assert.equal(nearestServicePrincipals('Lambda.amazonaws.com')[0], 'lambda.amazonaws.com');
    assert.equal(nearestServicePrincipals('cloudfomation.us-east-1.amazonaws.com')[0], 'cloudformation.amazonaws.com');
  });

  it('offers nothing for a known name, for one far from all, and for a very short one', () => {
    assert.deepEqual(nearestServicePrincipals('lambda.amazonaws.com'), []);
    assert.deepEqual(nearestServicePrincipals('somethingelse.example.com'), []);
    assert.deepEqual(nearestServicePrincipals('zz.amazonaws.com'), []);
  });
});
