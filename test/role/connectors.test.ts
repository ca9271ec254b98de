import assert from 'node:assert/strict';
import { analyse } from '../../server/src/service/analysis.ts';

const role = `  RuleRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: events.amazonaws.com
            Action: sts:AssumeRole
`;
const rule = (attributes = '') => `  Rule:
    Type: AWS::Events::Rule
${attributes}    Properties:
      Targets:
        - Arn: !GetAtt Bus.Arn
          RoleArn: !GetAtt RuleRole.Arn
`;
const connector = (source: string) => `  Connector:
    Type: AWS::Serverless::Connector
    Properties:
      Source:
        Id: ${source}
      Destination:
        Id: Bus
      Permissions: [Write]
`;
const attribute = `    Connectors:
      ToBus:
        Properties:
          Destination:
            Id: Bus
          Permissions: [Write]
`;

const severity = (...resources: readonly string[]) => {
  const { findings } = analyse({ path: 'a.yaml', text: `Resources:\n${resources.join('')}` }, { rules: {} });
  return findings.map((each) => `${each.rule} ${each.severity}`);
};

const info = ['trust-missing-source-arn info'];
const warning = ['trust-missing-source-arn warning'];

describe('a role that a connector of AWS SAM grants its permissions', () => {
  it('has them in sight: the resource that the connector joins runs with it', () => {
    assert.deepEqual(severity(role, rule(), connector('Rule')), info);
    assert.deepEqual(severity(role, rule(attribute)), info);
  });

  it('has not where the connector joins another resource', () => {
    assert.deepEqual(severity(role, rule()), warning);
    assert.deepEqual(severity(role, rule(), connector('Other')), warning);
    assert.deepEqual(severity(role, connector('Rule')), warning);
  });

  it('may have more, which decides', () => {
    const wide = role.replace('    Properties:\n', '    Properties:\n      ManagedPolicyArns: [!Ref Given]\n');
    assert.deepEqual(severity(wide, rule(), connector('Rule')), warning);
  });
});
