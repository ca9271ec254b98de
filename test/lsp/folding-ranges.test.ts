import assert from 'node:assert/strict';
import type { ClientCapabilities, FoldingRange } from 'vscode-languageserver/node';
import { richClient, type StartOptions, withServer } from './support/server-process.ts';

const template = `# What the worker
# may do.
Parameters:
  Env:
    Type: String
Resources:
  Worker: # assumes
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Sid: Lambda
            Effect: Allow
            Principal:
              Service: [
                lambda.amazonaws.com,
              ]

          - Effect: Deny
            Action:
              - sts:TagSession
              # region of others
              - sts:SetSourceIdentity
              # endregion
      Policies:
        - PolicyDocument: |
            {
              "Statement": [
                { "Effect": "Allow" }
              ]
            }
  Script:
    Type: AWS::CloudFormation::CustomResource
    Properties:
      Code: |
        # not
        # a comment
        exit

Outputs:
  Arn: { Value: !GetAtt Worker.Arn }
`;

/** Each fold as \`first line … last line\`, by the words that they begin with. */
async function folds(text: string, name: string, options: StartOptions = {}): Promise<readonly string[]> {
  const uri = `file:///workspace/${name}`;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const found: string[] = [];
  await withServer(options, async (server) => {
    await server.open(uri, text, name.endsWith('yaml') ? 'yaml' : 'jsonc');
    const ranges = await server.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    for (const { startLine, endLine, kind } of ranges)
      found.push(`${startLine + 1} ${lines[startLine]} … ${endLine + 1} ${lines[endLine]}${kind ? ` (${kind})` : ''}`);
  });
  return found;
}

const expected = [
  '1 # What the worker … 2 # may do. (comment)',
  '3 Parameters: … 5 Type: String',
  '4 Env: … 5 Type: String',
  '6 Resources: … 38 exit',
  '7 Worker: # assumes … 31 }',
  '9 Properties: … 31 }',
  '10 AssumeRolePolicyDocument: … 24 # endregion',
  '11 Statement: … 24 # endregion',
  '12 - Sid: Lambda … 17 ]',
  '14 Principal: … 17 ]',
  '15 Service: [ … 16 lambda.amazonaws.com,',
  '19 - Effect: Deny … 24 # endregion',
  '20 Action: … 24 # endregion',
  '22 # region of others … 24 # endregion (region)',
  '25 Policies: … 31 }',
  '26 - PolicyDocument: | … 31 }',
  '27 { … 30 ]',
  '28 "Statement": [ … 29 { "Effect": "Allow" }',
  '32 Script: … 38 exit',
  '34 Properties: … 38 exit',
  '35 Code: | … 38 exit',
  '40 Outputs: … 41 Arn: { Value: !GetAtt Worker.Arn }',
];

const capabilities: ClientCapabilities = {
  ...richClient,
  textDocument: { ...richClient.textDocument, foldingRange: { rangeLimit: 5 } },
};

describe('server: folding ranges', () => {
  it('are statements, policies, resources, sections, comments and regions of a template', async () => {
    assert.deepEqual(await folds(template, 'template.yaml'), expected);
  });

  it('are the same with other ends of lines', async () => {
    assert.deepEqual(await folds(template.replaceAll('\n', '\r\n'), 'template.yaml'), expected);
  });

  it('leave the closing bracket of JSON, and know its comments', async () => {
    const text = `{
  // The roles
  // of deployments.
  "Resources": {
    "Role": {
      "Type": "AWS::IAM::Role", /* "x": {
      */
      "Properties": {
        "Tags": [{
          "Key": "a"
        }, {
          "Key": "b" }]
      }
    }
  },
  // #region outputs
  "Outputs": {}
  // #endregion
}
`;
    assert.deepEqual(await folds(text, 'template.jsonc'), [
      '1 { … 18 // #endregion',
      '2 // The roles … 3 // of deployments. (comment)',
      '4 "Resources": { … 14 }',
      '5 "Role": { … 13 }',
      '8 "Properties": { … 12 "Key": "b" }]',
      '9 "Tags": [{ … 12 "Key": "b" }]',
      '11 }, { … 12 "Key": "b" }]',
      '16 // #region outputs … 18 // #endregion (region)',
    ]);
  });

  it('are the outermost where the editor takes only so many', async () => {
    assert.deepEqual(await folds(template, 'template.yaml', { capabilities }), [
      '1 # What the worker … 2 # may do. (comment)',
      '3 Parameters: … 5 Type: String',
      '4 Env: … 5 Type: String',
      '6 Resources: … 38 exit',
      '40 Outputs: … 41 Arn: { Value: !GetAtt Worker.Arn }',
    ]);
  });

  it('are there in a file that holds no policy, and in what is half-typed', async () => {
    assert.deepEqual(await folds('services:\n  web:\n    image: nginx\n', 'compose.yaml'), [
      '1 services: … 3 image: nginx',
      '2 web: … 3 image: nginx',
    ]);
    assert.deepEqual(await folds('{\n  "Statement": [\n    {\n      "Effect": "All\n', 'policy.json'), [
      '1 { … 4 "Effect": "All',
      '2 "Statement": [ … 4 "Effect": "All',
      '3 { … 4 "Effect": "All',
    ]);
  });

  it('are not offered to an editor that folds by itself', () =>
    withServer({ initializationOptions: { editorFolds: true } }, async ({ initialized }) => {
      assert.equal(initialized.capabilities.foldingRangeProvider, undefined);
    }));
});
