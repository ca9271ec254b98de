import assert from 'node:assert/strict';
import { applyChanges } from '../../server/src/edit/change.ts';
import { type Analysis, analyse } from '../../server/src/service/analysis.ts';

const inner = `Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: worker
      Role: !GetAtt Source.Arn
  Source:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
`;

const pin = `            Condition:
              ArnEquals:
                aws:SourceArn: !Sub 'arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:worker'
`;

const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
const stackSet = (body: string) =>
  `Resources:\n  Roles:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      StackSetName: roles\n      Capabilities: [CAPABILITY_IAM]\n      TemplateBody: ${body}\n`;

const read = (text: string): Analysis => analyse({ path: 'stack-set.yaml', text }, { rules: {} });
const found = ({ findings, source }: Analysis) =>
  findings.map(({ rule, severity, span }) => [rule, severity, source.slice(span.start, span.end)]);

describe('a template in the string of a stack set', () => {
  it('is checked by its own resources, in its place', () => {
    const analysis = read(stackSet(`|\n${indented(inner, '        ')}`));
    assert.deepEqual(
      analysis.policies().map(({ label }) => label),
      ['trust policy of Source'],
    );
    // The role's permissions are in sight in the inner template, hence info.
    assert.deepEqual(found(analysis), [['trust-missing-source-arn', 'info', 'lambda.amazonaws.com']]);
  });

  it('is fixed in its literal block', () => {
    const analysis = read(stackSet(`|\n${indented(inner, '        ')}`));
    const changes = analysis.findings[0]?.fixes[0]?.changes() ?? [];
    assert.equal(applyChanges(analysis.source.whole(), changes), stackSet(`|\n${indented(inner + pin, '        ')}`));
  });

  it('is read from a quoted string, where no fix can be written', () => {
    const analysis = read(stackSet(JSON.stringify(inner)));
    assert.deepEqual(found(analysis), [['trust-missing-source-arn', 'info', 'lambda.amazonaws.com']]);
    assert.equal(analysis.findings[0]?.fixes[0]?.changes(), undefined);
  });

  it('is read and fixed as JSON', () => {
    const statement = '{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}';
    const body = `{"Resources":{"Source":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[${statement}]}}}}}`;
    const analysis = read(stackSet(`'${body}'`));
    assert.deepEqual(found(analysis), [['trust-missing-source-arn', 'warning', '"lambda.amazonaws.com"']]);
    const changes = analysis.findings[0]?.fixes[0]?.changes() ?? [];
    assert.deepEqual(
      found(read(applyChanges(analysis.source.whole(), changes))).map(([rule]) => rule),
      ['unfilled-placeholder'],
    );
  });

  it('says what is malformed in it, even where the editor reports the syntax of the file', () => {
    const text = stackSet(`|\n${indented(`${inner}  Broken: [1, 2\n`, '        ')}`);
    const rules = analyse({ path: 'stack-set.yaml', text }, { rules: {}, editorReportsSyntax: true }).findings;
    assert.deepEqual(
      rules.map(({ rule }) => rule),
      ['trust-missing-source-arn', 'syntax-error'],
    );
  });

  it('is left alone where Fn::Sub has still to fill it', () => {
    const analysis = read(stackSet(`!Sub |\n${indented(inner, '        ')}`));
    assert.deepEqual(analysis.policies(), []);
  });
});
