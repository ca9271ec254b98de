import { offersNone, testChanges } from './support/becomes.ts';

const trust = `    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [] }
`;

const document = `          PolicyDocument:
            Version: '2012-10-17' # the only one
            Statement:
              - Effect: Allow
                Action: s3:GetObject<|>
                Resource: !Sub '\${Topic}/*'
`;

/** The document two levels to the left. */
const extracted = document.replace('<|>', '').replace(/^ {4}/gm, '');

describe('an inline policy extracted', () => {
  testChanges([
    {
      name: 'the only one of a role',
      path: 'template.yaml',
      id: 'extract-policy',
      before: `Resources:\n  Role:\n${trust}      Policies:\n        - PolicyName: read-things\n${document}  Topic:\n    Type: AWS::SNS::Topic\n`,
      after: `Resources:\n  Role:\n${trust}      ManagedPolicyArns:\n        - !Ref RoleReadThingsPolicy\n  RoleReadThingsPolicy:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n${extracted}  Topic:\n    Type: AWS::SNS::Topic\n`,
    },
    {
      name: 'one of several, the role with others already, its id taken',
      path: 'template.yaml',
      id: 'extract-policy',
      before: `Resources:
  RolePolicy:
    Type: AWS::SNS::Topic
  Role:
    Condition: IsThere
${trust}      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/ReadOnlyAccess # reads
      Policies:
        - PolicyName: !Sub '\${AWS::StackName}'
          # what it reads
${document}        - PolicyName: other
          PolicyDocument: {}
`,
      after: `Resources:
  RolePolicy:
    Type: AWS::SNS::Topic
  Role:
    Condition: IsThere
${trust}      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/ReadOnlyAccess # reads
        - !Ref RolePolicy2
      Policies:
        - PolicyName: other
          PolicyDocument: {}
  RolePolicy2:
    Type: AWS::IAM::ManagedPolicy
    Condition: IsThere
    Properties:
      # what it reads
${extracted}`,
    },
    {
      name: 'in JSON',
      path: 'template.json',
      id: 'extract-policy',
      before: `{
  "Resources": {
    "Role": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "Policies": [
          {
            "PolicyName": "read-policy",
            "PolicyDocument": {
              "Statement": [
                { "Effect": "Allow", "Action": "s3:<|>*", "Resource": "*" }
              ]
            }
          }
        ],
        "AssumeRolePolicyDocument": {}
      }
    }
  }
}
`,
      after: `{
  "Resources": {
    "Role": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "ManagedPolicyArns": [
          { "Ref": "RoleReadPolicy" }
        ],
        "AssumeRolePolicyDocument": {}
      }
    },
    "RoleReadPolicy": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": {
          "Statement": [
            { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }
          ]
        }
      }
    }
  }
}
`,
    },
    {
      name: 'not one that refers to the role',
      path: 'template.yaml',
      id: 'extract-policy',
      before: `Resources:\n  Role:\n${trust}      Policies:\n        - PolicyName: x\n${document.replace('${Topic}', '${Role.Arn}')}`,
      after: '{The policy refers to the role: each would have to be there before the other.}',
    },
    {
      name: 'not where the role has as many as it may have',
      path: 'template.yaml',
      id: 'extract-policy',
      before: `Resources:\n  Role:\n${trust}      ManagedPolicyArns: [a, b, c, d, e, f, g, h, i, j]\n      Policies:\n        - PolicyName: x\n${document}`,
      after: '{The role has 10 managed policies already, as many as one may have by default.}',
    },
    {
      name: 'not one that is too long for a managed policy',
      path: 'template.yaml',
      id: 'extract-policy',
      before: `Resources:\n  Role:\n${trust}      Policies:\n        - PolicyName: x\n${document.replace('s3:GetObject', `s3:${'x'.repeat(7000)}`)}`,
      after: '{A managed policy has room for 6144 characters, this one has 7086.}',
    },
  ]);

  it('is offered for roles only', () => {
    const user = `Resources:\n  User:\n    Type: AWS::IAM::User\n    Properties:\n      Policies:\n        - PolicyName: x\n${document}`;
    offersNone('template.yaml', user, 'extract-policy');
  });
});
