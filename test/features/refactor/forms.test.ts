import assert from 'node:assert/strict';
import { inTemplate, offersNone, testChanges } from './support/becomes.ts';
import { refactored } from './support/refactored.ts';

const rest = '  Topic:\n    Type: AWS::SNS::Topic\n';

function resource(type: string, property: string, policy: string): string {
  return `Resources:\n  It:\n    Type: ${type}\n    Properties:\n      ${property}:${policy}\n${rest}`;
}

const managed = (policy: string) => resource('AWS::IAM::ManagedPolicy', 'PolicyDocument', policy);

const asString = `
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": [
                "s3:Get*"
              ],
              "Resource": "*"
            }
          ]
        }`;

const asObject = `
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action:
              - s3:Get*
            Resource: '*'`;

describe('a policy in a string as an object, and back', () => {
  testChanges([
    {
      name: 'from a block of YAML',
      path: 'template.yaml',
      id: 'to-object',
      before: managed(` |${asString.replace('Effect', 'Eff<|>ect')}`),
      after: managed(asObject),
    },
    {
      name: 'to a block of YAML, the cursor on its key',
      path: 'template.yaml',
      id: 'to-string',
      before: managed(asObject).replace('PolicyDocument', 'Policy<|>Document'),
      after: managed(` |${asString}`),
    },
    {
      name: 'from under Fn::Sub',
      path: 'template.yaml',
      id: 'to-object',
      before: managed(
        ' !Sub |\n        {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": ["arn:${AWS::Partition}:s3:::a/${!aws:username}", "<|>${!aws:username}", "${Topic}"]}]}',
      ),
      after: managed(`
        Statement:
          - Effect: Allow
            Action: s3:*
            Resource:
              - !Sub 'arn:\${AWS::Partition}:s3:::a/\${!aws:username}'
              - '\${aws:username}'
              - !Sub '\${Topic}'`),
    },
    {
      name: 'to under Fn::Sub',
      path: 'template.yaml',
      id: 'to-string',
      before: managed(`
        Statement:
          Effect: Allow
          Action: s3:*
          Resource: [!Ref Topic, !GetAtt Topic.Arn, !Sub 'a\${!aws:x}\${Topic}', '\${aws:username}']<|>`),
      after: managed(` !Sub |
        {
          "Statement": {
            "Effect": "Allow",
            "Action": "s3:*",
            "Resource": [
              "\${Topic}",
              "\${Topic.Arn}",
              "a\${!aws:x}\${Topic}",
              "\${!aws:username}"
            ]
          }
        }`),
    },
    {
      name: 'in a JSON template',
      path: 'template.json',
      id: 'to-object',
      before: `{
  "Resources": {
    "P": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": { "Fn::Sub": "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":[\\"s3:*\\"],\\"Resource\\":\\"\${To<|>pic}\\"}]}" }
      }
    }
  }
}
`,
      after: `{
  "Resources": {
    "P": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": {
          "Statement": [
            { "Effect": "Allow", "Action": ["s3:*"], "Resource": { "Fn::Sub": "\${Topic}" } }
          ]
        }
      }
    }
  }
}
`,
    },
    {
      name: 'in the output of a command',
      path: 'role.json',
      id: 'to-string',
      before:
        '{\n  "PolicyName": "x",\n  "RoleName": "r",\n  "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "s3:<|>*", "Resource": "*" }] }\n}\n',
      after:
        '{\n  "PolicyName": "x",\n  "RoleName": "r",\n  "PolicyDocument": "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:*\\",\\"Resource\\":\\"*\\"}]}"\n}\n',
    },
    {
      name: 'not where a key is put in',
      path: 'template.yaml',
      id: 'to-object',
      before: managed(
        ' !Sub |\n        {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {"<|>${Issuer}:aud": "x"}}}]}',
      ),
      after: '{What the string holds has no form as an object: a key or a value is put in by Fn::Sub.}',
    },
    {
      name: 'not where the function has values of its own',
      path: 'template.yaml',
      id: 'to-object',
      before: managed(
        `\n        Fn::Sub:\n          - '{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "<|>\${X}"}]}'\n          - X: y`,
      ),
      after: '{The string is not all of the value, or has values of its own put in.}',
    },
    {
      name: 'not where a property takes no object',
      path: 'template.yaml',
      id: 'to-object',
      before: resource('AWS::XRay::ResourcePolicy', 'PolicyDocument', ` |${asString.replace('Effect', 'Eff<|>ect')}`),
      after: '{This property takes a policy as a string only.}',
    },
    {
      name: 'not where a property takes no string',
      path: 'template.yaml',
      id: 'to-string',
      before: resource('AWS::IAM::RolePolicy', 'PolicyDocument', asObject.replace('Effect', 'Eff<|>ect')),
      after: '{This property takes a policy as an object only.}',
    },
    {
      name: 'not where another function is called',
      path: 'template.yaml',
      id: 'to-string',
      before: managed(asObject.replace("Resource: '*'", "Resource: !Join ['', [<|>a, b]]")),
      after: '{Fn::Sub can put in references and attributes only, and no list.}',
    },
    {
      name: 'not where a comment stands',
      path: 'template.yaml',
      id: 'to-string',
      before: managed(asObject.replace('Allow', 'Allow # <|>yes')),
      after: '{A comment would be lost: move it first.}',
    },
  ]);

  it('gives the first text again', () => {
    const object = refactored('t.yaml', managed(` |${asString.replace('Effect', 'Eff<|>ect')}`), 'to-object');
    assert.equal(refactored('t.yaml', object.replace('Effect', 'Eff<|>ect'), 'to-string'), managed(` |${asString}`));
  });
});

describe('a policy in JSON within YAML, and without', () => {
  testChanges([
    {
      name: 'without braces',
      path: 'template.yaml',
      id: 'to-yaml',
      before: managed(
        ' { "Version": "2012-10-17",\n        "Statement": [ { "Effect": "Al<|>low", "Action": ["s3:Get*"], "Resource": {"Ref": "Topic"}, "Condition": {"Bool": {"aws:SecureTransport": "true"}} } ] } # end',
      ),
      after: managed(`
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action:
              - s3:Get*
            Resource:
              Ref: "Topic"
            Condition:
              Bool:
                aws:SecureTransport: 'true' # end`),
    },
    {
      name: 'with braces',
      path: 'template.yaml',
      id: 'to-json',
      before: managed(asObject.replace("'*'", '!Sub "${Topic}<|>/${!aws:username}"')),
      after: managed(`
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": [
                "s3:Get*"
              ],
              "Resource": { "Fn::Sub": "\${Topic}/\${!aws:username}" }
            }
          ]
        }`),
    },
  ]);

  it('is offered for policies in YAML only', () => {
    offersNone('p.json', '{ "Statement": [{ "Effect": "Al<|>low", "Action": "s3:*", "Resource": "*" }] }', 'to-yaml');
    offersNone('t.yaml', managed(` |${asString.replace('Effect', 'Eff<|>ect')}`), 'to-yaml', 'to-json');
  });
});

describe('an account id as a reference', () => {
  const statement = (text: string) => inTemplate(`- Effect: Allow\n  Action: s3:*\n  Resource: ${text}`);
  testChanges([
    {
      name: 'in a text',
      path: 'template.yaml',
      id: 'account-pseudo',
      before: statement('arn:aws:iam::111122<|>223333:role/${aws:username}'),
      after: statement("!Sub 'arn:aws:iam::${AWS::AccountId}:role/${!aws:username}'"),
    },
    {
      name: 'in a text under Fn::Sub',
      path: 'template.yaml',
      id: 'account-pseudo',
      before: statement("!Sub 'arn:${AWS::Partition}:iam::111122<|>223333:role/${!aws:username}' # it"),
      after: statement("!Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${!aws:username}' # it"),
    },
    {
      name: 'by itself, as the parameter that has it',
      path: 'template.yaml',
      id: 'account-parameter-Security',
      before: inTemplate(
        "- Effect: Allow\n  Action: s3:*\n  Resource: x\n  Condition: { StringEquals: { aws:SourceAccount: ['1111<|>22223333'] } }",
      ),
      after: inTemplate(
        '- Effect: Allow\n  Action: s3:*\n  Resource: x\n  Condition: { StringEquals: { aws:SourceAccount: [!Ref Security] } }',
      ),
    },
    {
      name: 'a number',
      path: 'template.yaml',
      id: 'account-pseudo',
      before: inTemplate(
        '- Effect: Allow\n  Action: s3:*\n  Resource: x\n  Condition:\n    StringEquals:\n      aws:SourceAccount: 1111<|>22223333',
      ),
      after: inTemplate(
        '- Effect: Allow\n  Action: s3:*\n  Resource: x\n  Condition:\n    StringEquals:\n      aws:SourceAccount: !Ref AWS::AccountId',
      ),
    },
    {
      name: 'in Fn::Join',
      path: 'template.yaml',
      id: 'account-pseudo',
      before: statement("!Join [':', [arn, aws, iam, '', '1111<|>22223333', role/x]]"),
      after: statement("!Join [':', [arn, aws, iam, '', !Ref AWS::AccountId, role/x]]"),
    },
    {
      name: 'in JSON',
      path: 'template.json',
      id: 'account-pseudo',
      before:
        '{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:iam::111122<|>223333:role/${aws:username}" }] } } } } }\n',
      after:
        '{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": { "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/${!aws:username}" } }] } } } } }\n',
    },
    {
      name: 'in a string under Fn::Sub',
      path: 'template.yaml',
      id: 'account-pseudo',
      before: managed(
        ' !Sub |\n        {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:iam::111122<|>223333:role/${!aws:x}"}]}',
      ),
      after: managed(
        ' !Sub |\n        {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:iam::${AWS::AccountId}:role/${!aws:x}"}]}',
      ),
    },
  ]);

  it('is not offered where nothing is put in, and outside of a template', () => {
    offersNone(
      'p.json',
      '{ "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:iam::1111<|>22223333:role/x" }] }',
      'account-pseudo',
    );
    const plain =
      ' |\n        {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:iam::1111<|>22223333:x"}]}';
    offersNone('t.yaml', managed(plain), 'account-pseudo');
    const key =
      '- Effect: Allow\n  Action: s3:*\n  Resource: x\n  Condition: { StringEquals: { "aws:PrincipalTag/1111<|>22223333": x } }';
    offersNone('t.yaml', inTemplate(key), 'account-pseudo');
    offersNone('t.yaml', statement('!ImportValue "1111<|>22223333"'), 'account-pseudo');
  });
});
