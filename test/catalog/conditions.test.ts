import assert from 'node:assert/strict';
import {
  canonicalConditionKey,
  findGlobalConditionKey,
  globalConditionKeys,
} from '../../server/src/catalog/condition-keys.ts';
import { conditionOperators, parseOperator, resultWithoutKey } from '../../server/src/catalog/condition-operators.ts';

describe('condition operators: the table', () => {
  it('has the 27 operators of IAM once each', () => {
    const names = conditionOperators.map((each) => each.name);
    assert.deepEqual(names, [...new Set(names)]);
    assert.equal(names.length, 27);
  });

  it('negates what has Not in its name, and nothing else', () => {
    for (const each of conditionOperators) assert.equal(each.negated, /Not/.test(each.name), each.name);
  });

  it('reads wildcards in StringLike, StringNotLike and the four of ARNs', () => {
    assert.deepEqual(
      conditionOperators.filter((each) => each.wildcards).map((each) => each.name),
      ['StringLike', 'StringNotLike', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    );
  });

  it('gives each operator the type that its name begins with', () => {
    const typeByWord = {
      String: 'string',
      Numeric: 'numeric',
      Date: 'date',
      Arn: 'arn',
      Bool: 'bool',
      Binary: 'binary',
    };
    for (const [word, type] of Object.entries(typeByWord)) {
      for (const each of conditionOperators.filter((one) => one.name.startsWith(word))) {
        assert.equal(each.type, type, each.name);
      }
    }
    assert.equal(parseOperator('NotIpAddress')?.operator.type, 'ip');
    assert.equal(parseOperator('Null')?.operator.type, 'null');
  });
});

describe('condition operators: reading one', () => {
  it('takes it apart', () => {
    const use = parseOperator('ForAnyValue:StringNotLikeIfExists');
    assert.equal(use?.operator.name, 'StringNotLike');
    assert.equal(use?.qualifier, 'any');
    assert.equal(use?.ifExists, true);
    assert.equal(use?.exact, true);
    assert.equal(parseOperator('ForAllValues:ArnLike')?.qualifier, 'all');
    assert.equal(parseOperator('Bool')?.qualifier, undefined);
    assert.equal(parseOperator('Bool')?.ifExists, false);
  });

  it('reads another case, and says how AWS writes it', () => {
    const use = parseOperator('foranyvalue:Stringlikeifexists');
    assert.equal(use?.canonical, 'ForAnyValue:StringLikeIfExists');
    assert.equal(use?.exact, false);
  });

  it('does not know what AWS does not', () => {
    const unknown = [
      '',
      'StringMatches',
      'NullIfExists',
      'ForAnyValue:',
      'ForSomeValue:StringLike',
      'IfExists',
      'String',
    ];
    for (const text of unknown) assert.equal(parseOperator(text), undefined, text);
  });

  it('round-trips every operator in every form', () => {
    for (const { name, takesIfExists } of conditionOperators) {
      for (const prefix of ['', 'ForAnyValue:', 'ForAllValues:']) {
        for (const suffix of takesIfExists ? ['', 'IfExists'] : ['']) {
          const use = parseOperator(prefix + name + suffix);
          assert.equal(use?.operator.name, name);
          assert.equal(use?.canonical, prefix + name + suffix);
          assert.equal(use?.exact, true);
        }
      }
    }
  });
});

describe('condition operators: a request without the key', () => {
  const cases: readonly (readonly [string, boolean | undefined])[] = [
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['ForAnyValue:StringLike', false],
    ['ForAnyValue:StringNotLike', false],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringNotLikeIfExists', true],
    ['Null', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`yields ${expected} for ${text}`, () => {
      const use = parseOperator(text);
      assert.ok(use);
      assert.equal(resultWithoutKey(use), expected);
    });
  }
});

describe('global condition keys', () => {
  it('are listed once each, with a type, a sentence and a source', () => {
    const names = globalConditionKeys.map((each) => each.name.toLowerCase());
    assert.deepEqual(names, [...new Set(names)]);
    assert.equal(names.length, 60);
    for (const each of globalConditionKeys) {
      assert.match(each.name, /^[a-z0-9]+:[A-Za-z0-9]+\/?$/);
      assert.match(each.present, /^[A-Z].+\.$/, each.name);
      assert.ok(each.source.length > 10, each.name);
    }
  });

  it('are multivalued where a set operator is needed', () => {
    assert.deepEqual(
      globalConditionKeys.filter((each) => each.multivalued).map((each) => each.name),
      [
        'aws:CalledVia',
        'aws:PrincipalOrgPaths',
        'aws:PrincipalServiceNamesList',
        'aws:ResourceOrgPaths',
        'aws:SourceOrgPaths',
        'aws:TagKeys',
        'aws:VpceOrgPaths',
      ],
    );
  });

  it('are found in any case, those of tags with the key of the tag', () => {
    assert.equal(findGlobalConditionKey('AWS:sourcearn')?.name, 'aws:SourceArn');
    assert.equal(findGlobalConditionKey('aws:SourceArn')?.type, 'arn');
    assert.equal(findGlobalConditionKey('aws:principaltag/Team')?.name, 'aws:PrincipalTag/');
    assert.equal(findGlobalConditionKey('aws:PrincipalTag/'), findGlobalConditionKey('aws:PrincipalTag/a/b'));
    assert.equal(findGlobalConditionKey('aws:PrincipalTag'), undefined);
    assert.equal(findGlobalConditionKey('aws:SourceArn/x'), undefined);
    assert.equal(findGlobalConditionKey('s3:prefix'), undefined);
  });

  it('are written in the case of AWS, the tag in that of the user', () => {
    assert.equal(canonicalConditionKey('AWS:SOURCEIP'), 'aws:SourceIp');
    assert.equal(canonicalConditionKey('aws:principaltag/Cost/Centre'), 'aws:PrincipalTag/Cost/Centre');
    assert.equal(canonicalConditionKey('s3:prefix'), undefined);
  });

  it('say what every request has', () => {
    const always = globalConditionKeys.filter((each) => each.always).map((each) => each.name);
    assert.ok(always.includes('aws:CurrentTime'));
    assert.ok(always.includes('aws:RequestedRegion'));
    assert.ok(!always.includes('aws:SourceArn'));
    assert.ok(!always.includes('aws:MultiFactorAuthPresent'));
    assert.ok(!always.includes('aws:PrincipalOrgID'));
  });
});
