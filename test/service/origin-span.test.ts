import assert from 'node:assert/strict';
import type { StatementPart } from '../../server/src/chain/verdict.ts';
import { assembleWorld } from '../../server/src/role/assemble-world.ts';
import type { Grant } from '../../server/src/role/grant.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import { declarationsOf } from '../../server/src/service/declarations.ts';
import { originSpan, sourceSpan } from '../../server/src/service/origin-span.ts';

/** The text at the statement's place, in the file that holds it. */
function opened(path: string, text: string) {
  const analysis = analyse({ path, text }, { rules: {} });
  const { entities } = assembleWorld([{ declarations: declarationsOf(path, analysis) }]);
  const cut = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
  return {
    entities,
    at: (grant: Grant | undefined, part?: StatementPart) => grant && cut(originSpan(analysis, grant.origin, part)),
    head: (id: string) => {
      const source = entities.find((each) => each.id === id)?.source;
      return source && cut(sourceSpan(analysis, source));
    },
  };
}

const template = `Parameters:
  Names: { Type: CommaDelimitedList, Default: 'a,b' }
Resources:
  Other:
    Type: AWS::SNS::Topic
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: ['111122223333', '444455556666'], Service: lambda.amazonaws.com }
            Action: [sts:AssumeRole, sts:TagSession]
            Condition:
              StringEquals: { 'sts:ExternalId': x, 'aws:PrincipalTag/a': y }
      Policies:
        - PolicyName: a
          PolicyDocument: '{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["x","y"]}]}'
        - PolicyName: b
          PolicyDocument:
            Statement: { Effect: Allow, Action: sts:AssumeRole, Resource: [c, !Ref Names, d] }
`;

describe('the place of a statement', () => {
  const { entities, at, head } = opened('a.yaml', template);
  const role = entities.find(({ id }) => id === 'Role');
  const [trust] = role?.trust ?? [];
  const [embedded, listed] = role?.permissions ?? [];

  it('is found again in its text', () => {
    assert.match(at(trust) ?? '', /^Effect: Allow\n {12}Principal[\s\S]*'aws:PrincipalTag\/a': y }$/);
    assert.equal(at(embedded), '{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["x","y"]}');
    assert.equal(head('Role'), 'Role');
  });

  it('is found for each of its parts', () => {
    assert.equal(at(trust, { element: 'principal', index: 1 }), "'444455556666'");
    assert.equal(at(trust, { element: 'principal', index: 2 }), 'lambda.amazonaws.com');
    assert.equal(at(trust, { element: 'action', index: 0 }), 'sts:AssumeRole');
    assert.equal(at(trust, { element: 'action' }), '[sts:AssumeRole, sts:TagSession]');
    assert.equal(at(trust, { element: 'condition', index: 1 }), "'aws:PrincipalTag/a'");
    assert.equal(at(embedded, { element: 'resource', index: 1 }), '"y"');
  });

  it('is the whole element where a parameter counts as many', () => {
    assert.deepEqual(listed?.resources?.values, [['c'], ['a'], ['b'], ['d']]);
    assert.equal(at(listed, { element: 'resource', index: 0 }), 'c');
    assert.equal(at(listed, { element: 'resource', index: 2 }), '[c, !Ref Names, d]');
  });

  it('is the resource where the statement is not written', () => {
    const origin = trust && { ...trust.origin, policy: -1 };
    assert.equal(at(trust && origin && { ...trust, origin }), 'Role');
  });

  it('is found in the template of a stack set', () => {
    const text = `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      TemplateBody: |
        Resources:
          Inner:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement: { Effect: Allow, Principal: '*', Action: 'sts:AssumeRole' }
`;
    const nested = opened('a.yaml', text);
    const [inner] = nested.entities;
    assert.equal(nested.at(inner?.trust?.[0]), "{ Effect: Allow, Principal: '*', Action: 'sts:AssumeRole' }");
    assert.equal(nested.at(inner?.trust?.[0], { element: 'principal', index: 0 }), "'*'");
    assert.equal(nested.head('Inner'), 'Inner');
  });

  it('is found in an output of the AWS CLI', () => {
    const statement = '{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}';
    const text = `{"RoleDetailList":[{"RoleName":"a","Arn":"arn:aws:iam::111122223333:role/a","AssumeRolePolicyDocument":{"Statement":[]}},
      {"RoleName":"b","Arn":"arn:aws:iam::111122223333:role/b","AssumeRolePolicyDocument":{"Statement":[${statement}]}}]}`;
    const dump = opened('dump.json', text);
    assert.equal(dump.at(dump.entities.find(({ id }) => id === 'b')?.trust?.[0]), statement);
    assert.equal(dump.head('b'), '"b"');
  });
});
