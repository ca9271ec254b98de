import assert from 'node:assert/strict';
import { findMissingPins, pin, resource, role, template } from './trusting-templates.ts';

const lambda = 'lambda.amazonaws.com';
const functionOf = (id: string, properties: string) =>
  resource(id, 'AWS::Lambda::Function', `Role: !GetAtt Role.Arn\n${properties}`);

/** The lines that the fix adds to a YAML template of a role for Lambda and these resources. */
function addedBeside(...resources: readonly string[]): string {
  const text = template(role('Role', lambda), ...resources);
  const before = new Set(text.split('\n'));
  return pin(text)
    .split('\n')
    .filter((line) => !before.has(line))
    .map((line) => line.trim())
    .join('\n');
}

const condition = (...arns: readonly string[]) => {
  const written = arns.map((each) => `!Sub ${each}`);
  const value =
    written.length === 1
      ? `aws:SourceArn: ${written[0]}`
      : ['aws:SourceArn:', ...written.map((each) => `- ${each}`)].join('\n');
  return `Condition:\nArnEquals:\n${value}`;
};
const arn = (name: string) => `'arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${name}'`;

describe('the place of a role', () => {
  it('is complete where one function of a fixed name runs with it', () => {
    assert.equal(addedBeside(functionOf('Function', 'FunctionName: remediate')), condition(arn('remediate')));
  });

  it('is the whole text that is expected', () => {
    const text = template(role('Role', lambda), functionOf('Function', 'FunctionName: remediate'));
    const action = '            Action: sts:AssumeRole\n';
    assert.equal(
      pin(text),
      text.replace(
        action,
        `${action}            Condition:\n              ArnEquals:\n                aws:SourceArn: !Sub ${arn('remediate')}\n`,
      ),
    );
  });

  it('takes a name from a parameter, also within a text', () => {
    assert.equal(addedBeside(functionOf('Function', 'FunctionName: !Ref Name')), condition(arn('${Name}')));
    assert.equal(
      addedBeside(functionOf('Function', "FunctionName: !Sub '${AWS::StackName}-${Name}'")),
      condition(arn('${AWS::StackName}-${Name}')),
    );
  });

  it('never names a resource, which would wait for the role', () => {
    assert.equal(addedBeside(functionOf('Function', 'FunctionName: !Ref Bucket')), condition(arn('<function name>')));
    assert.equal(
      addedBeside(functionOf('Function', 'FunctionName: !GetAtt Bucket.Name')),
      condition(arn('<function name>')),
    );
  });

  it('leaves a name that CloudFormation chooses to fill in', () => {
    assert.equal(addedBeside(functionOf('Function', 'Handler: index.handler')), condition(arn('<function name>')));
  });

  it('lists every function that runs with the role', () => {
    assert.equal(
      addedBeside(functionOf('One', 'FunctionName: one'), functionOf('Two', 'FunctionName: two')),
      condition(arn('one'), arn('two')),
    );
    assert.equal(
      addedBeside(functionOf('One', 'FunctionName: one'), functionOf('Two', 'Handler: x')),
      condition(arn('one'), arn('<function name>')),
    );
  });

  it('knows a function by every way to name the role', () => {
    for (const reference of ['!GetAtt [Role, Arn]', "!Sub '${Role.Arn}'", '!If [A, !GetAtt Role.Arn, !Ref Name]'])
      assert.equal(
        addedBeside(resource('Function', 'AWS::Lambda::Function', `FunctionName: one\nRole: ${reference}`)),
        condition(arn('one')),
        reference,
      );
  });

  it('does not take the name of a function of another role', () => {
    assert.equal(
      addedBeside(resource('Function', 'AWS::Lambda::Function', 'FunctionName: one\nRole: !GetAtt Other.Arn')),
      condition(arn('<function name>')),
    );
  });

  it('knows SAM functions, with a role and with their own', () => {
    assert.equal(
      addedBeside(resource('Function', 'AWS::Serverless::Function', 'FunctionName: one\nRole: !GetAtt Role.Arn')),
      condition(arn('one')),
    );
    const own = template(
      resource(
        'Function',
        'AWS::Serverless::Function',
        `FunctionName: one
AssumeRolePolicyDocument:
  Statement:
    - Effect: Allow
      Principal: { Service: ${lambda} }
      Action: sts:AssumeRole`,
      ),
    );
    assert.match(
      pin(own),
      /aws:SourceArn: !Sub 'arn:\$\{AWS::Partition\}:lambda:\$\{AWS::Region\}:\$\{AWS::AccountId\}:function:one'\n/,
    );
  });

  it('names functions for Lambda only', () => {
    const text = template(role('Role', 'states.amazonaws.com'), functionOf('Function', 'FunctionName: one'));
    assert.match(pin(text), /:stateMachine:<state machine name>'\n/);
  });

  it('is written as Fn::Sub in a JSON template', () => {
    const text = JSON.stringify(
      {
        Resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: {
              AssumeRolePolicyDocument: {
                Statement: [{ Effect: 'Allow', Principal: { Service: lambda }, Action: 'sts:AssumeRole' }],
              },
            },
          },
          Function: {
            Type: 'AWS::Lambda::Function',
            Properties: { FunctionName: 'one', Role: { 'Fn::GetAtt': ['Role', 'Arn'] } },
          },
        },
      },
      undefined,
      2,
    );
    const pinned = JSON.parse(pin(text, 'template.json'));
    assert.deepEqual(pinned.Resources.Role.Properties.AssumeRolePolicyDocument.Statement[0].Condition, {
      ArnEquals: {
        'aws:SourceArn': { 'Fn::Sub': 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:one' },
      },
    });
  });

  describe('in a policy given as a string', () => {
    const embedded = (document: string) =>
      template(
        resource('Role', 'AWS::IAM::Role', `AssumeRolePolicyDocument: ${document}`),
        functionOf('Function', 'FunctionName: one'),
      );
    const statement = `{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "${lambda}" }, "Action": "sts:AssumeRole" }] }`;

    it('holds what is literal', () => {
      assert.match(
        pin(embedded(`'${statement}'`)),
        /"Condition": \{ "ArnEquals": \{ "aws:SourceArn": "arn:aws:lambda:<region>:<account id>:function:one" \} \} \}\] \}'/,
      );
    });

    it('holds pseudo parameters where it is the text of an Fn::Sub', () => {
      assert.match(
        pin(embedded(`!Sub '${statement}'`)),
        /"aws:SourceArn": "arn:\$\{AWS::Partition\}:lambda:\$\{AWS::Region\}:\$\{AWS::AccountId\}:function:one"/,
      );
    });
  });

  describe('in the output of a command', () => {
    const getRole = (more: object) =>
      JSON.stringify({
        Role: {
          RoleName: 'Source',
          ...more,
          AssumeRolePolicyDocument: {
            Statement: [{ Effect: 'Allow', Principal: { Service: lambda }, Action: 'sts:AssumeRole' }],
          },
        },
      });
    const arnIn = (text: string) =>
      JSON.parse(text).Role.AssumeRolePolicyDocument.Statement[0].Condition.ArnEquals['aws:SourceArn'];

    it('has the account and the partition of the role', () => {
      const text = getRole({ Arn: 'arn:aws-us-gov:iam::111122223333:role/Source' });
      assert.equal(
        arnIn(pin(text, 'role.json')),
        'arn:aws-us-gov:lambda:<region>:111122223333:function:<function name>',
      );
    });

    it('has to be filled in where the output says nothing', () => {
      assert.equal(
        arnIn(pin(getRole({}), 'role.json')),
        'arn:aws:lambda:<region>:<account id>:function:<function name>',
      );
    });

    it('is left alone for a service-linked role', () => {
      assert.deepEqual(findMissingPins(getRole({ Path: '/aws-service-role/lambda.amazonaws.com/' }), 'role.json'), []);
    });
  });

  it('is left alone for a service-linked role in a template', () => {
    const path = (text: string) => template(role('Role', lambda, `Path: ${text}`));
    assert.deepEqual(findMissingPins(path('/aws-service-role/lambda.amazonaws.com/')), []);
    assert.equal(findMissingPins(path('/service-role/')).length, 1);
    assert.equal(findMissingPins(path('!Ref Name')).length, 1);
  });
});
