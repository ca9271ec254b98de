/** Templates that are cut into fragments, each with something that could make cutting them differ from reading them whole. */
export const yamlTemplates: Readonly<Record<string, string>> = {
  plain: `AWSTemplateFormatVersion: '2010-09-09'
Description: A role
Parameters:
  Name:
    Type: String
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref Name
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: lambda.amazonaws.com}
            Action: sts:AssumeRole
  Bucket:
    Type: AWS::S3::Bucket
Outputs:
  Arn:
    Value: !GetAtt Role.Arn
`,
  'comments and blank lines everywhere': `# first
---
# before the version
AWSTemplateFormatVersion: '2010-09-09' # behind it

# before the resources

Resources: # here they are
  # about A
  #   more about A

  A:
    Type: x # type
#  Commented: out
    # inside A
    Properties: {}
    # at the end of A

  # about B
  B:
    Type: y

# before the outputs
Outputs:
  # inside the outputs
  C: {Value: 1}
# last
`,
  'block scalars': `Description: |
  Resources:
    NotOne: "
Resources:
  A:
    Code: |
      if (x) { "unclosed
      - [
     # no comment yet

    Next: >+
      kept


  B:
    Code: |2-
        indented
    After: 1
Outputs: {}
`,
  'quoted and flow values over lines': `Description: "one
  two: three
  Resources:"
Resources:
  A:
    Properties: {a: [1,
      2], b: 'x
      y'}
    Type: "a

      b"
  'B':
    Type: !Sub
      - a
      - {b: c}
  "C": {Type: z,
    d: e}
`,
  'lists in the column of their key': `Resources:
  A:
    List:
    - a
    - b:
      - c
  B: 1
Rules:
- x
- y
`,
  'two documents': `Resources:
  A: {Type: x}
---
Resources:
  B:
    Type: y
...
`,
  'the same section and id twice': `Resources:
  A: 1
  A: 2
Outputs: {}
Resources:
  A: 3
`,
  'no entries': 'Description: x\nResources:\nOutputs: {}\n',
  'entries in braces': 'Resources: {A: {Type: x}, B: {Type: y}}\nOutputs: {}\n',
  'one transform': 'Resources:\n  Fn::Transform:\n    Name: AWS::Include\nOutputs: {}\n',
  'an id that is a function': 'Resources:\n  Ref:\n    Type: x\n  Other: 1\n',
  'anchors that stay inside': `Resources:
  A:
    x: &tags [1]
    y: *tags
  B:
    z: 1
`,
  'anchors that cross': `Mappings:
  M: &m {a: 1}
Resources:
  A:
    Tags: &tags
      - Key: a
  B:
    <<: *m
    Tags: *tags
`,
  'deep indentation': 'Resources:\n        A:\n          Type: x\n        B:\n         Type: y\n',
  'no line break at the end': 'Resources:\n  A:\n    Type: x',
  'half-typed words': `Descr
Parameters:
  P: {Type: String}
Resour
Resources:
  A:
    Type: x
  Buck
  B:
    Prop
    Type: y
    Acti:
Out
`,
  'quotes and brackets that are not closed': `Resources:
  A:
    Type: "x
    Action: [a, "b
    Other: 1
  B:
    Type: 'y
  C:
    Type: {a: b
Outputs:
  D: "z
`,
  'indentation that fits nothing': `Resources:
  A:
    Type: x
      Over: 1
    Properties:
        a: 1
      b: 2
  B:
    Type: y
`,
  'stars and unknown aliases': 'Resources:\n  A:\n    Resource: *\n    x: *nope\n  B: 1\n',
};

export const jsonTemplates: Readonly<Record<string, string>> = {
  plain: `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Parameters": {"Name": {"Type": "String"}},
  "Resources": {
    "Role": {
      "Type": "AWS::IAM::Role",
      "Properties": {"RoleName": {"Ref": "Name"}, "Path": "/\\u0041/"}
    },
    "Bucket": {"Type": "AWS::S3::Bucket"}
  },
  "Outputs": {"Arn": {"Value": {"Fn::GetAtt": ["Role", "Arn"]}}}
}
`,
  'all in one line': '{"Resources":{"A":{"Type":"x"},"B":{"Type":"y"}},"Outputs":{}}',
  'comments everywhere': `// first
{ /* a */ "Description": "x", // behind it
  // before the resources
  "Resources": { // here
    "A": {"Type": "x" /* inside
       over lines */}, // behind A
    // before B
    "B": /* value */ {"Type": "http://y"}
    // behind B
  } // behind them
}
// last
`,
  'brackets in strings': '{"Description": "}{][\\"", "Resources": {"A": {"x": "]"}, "B": ["{"]}}',
  'the same section and id twice': '{"Resources": {"A": 1, "A": 2}, "x": {"A": 1}, "Resources": {"A": 3}}',
  'no entries': '{"Description": "x", "Resources": {}, "Outputs": {}}',
  'one transform': '{"Resources": {"Fn::Transform": {"Name": "x"}}, "Outputs": {}}',
  'an id that is a function': '{"Resources": {"Ref": {"Type": "x"}, "B": 1}}',
  'a byte order mark and CRLF': '\uFEFF{\r\n  "Resources": {\r\n    "A": {},\r\n    "B": {}\r\n  }\r\n}\r\n',
  'half-typed inside a resource': `{
  "Resources": {
    "A": {"Type" "Properties": {"x": }, "y": [1 2,, "z"]},
    "B": {
      "Effect": "Al
      , "Action": s3:Get*
    }
  }
}`,
  'brackets that do not pair up': '{"Resources": {"A": {"x": [1, "B": {"y": 2}}, "C": {}}, "Outputs": {}}',
  'a comma missing between resources': '{"Resources": {"A": {} "B": {}}, "Outputs": {}}',
  'not closed at all': '{"Resources": {"A": {"Type": "x"}, "B": {"Ty',
};
