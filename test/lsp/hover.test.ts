import assert from 'node:assert/strict';
import type { ClientCapabilities, Hover } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readMarks } from '../rules/support/marks.ts';
import { richClient, type ServerProcess, withServer } from './support/server-process.ts';

const markdown: ClientCapabilities = {
  ...richClient,
  textDocument: { ...richClient.textDocument, hover: { contentFormat: ['markdown', 'plaintext'] } },
};

const policy = (statement: string) => `{ "Version": "2012-10-17", "Statement": [{ ${statement} }] }`;

interface Asked {
  readonly hover: Hover | null;
  readonly underlined: string | undefined;
}

async function ask(server: ServerProcess, name: string, marked: string): Promise<Asked> {
  const { text, marks } = readMarks(marked);
  const uri = `file:///workspace/${name}`;
  const language = name.endsWith('.json') ? 'json' : 'yaml';
  await server.open(uri, text, language);
  const document = TextDocument.create(uri, language, 1, text);
  const hover = await server.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: document.positionAt(marks[0]?.start ?? 0),
  });
  return { hover, underlined: hover?.range && document.getText(hover.range) };
}

const template = (value: string) => `Parameters:
  Env: { Type: String, Default: prod }
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      RoleName: worker
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: ${value}
`;

describe('server: hover', () => {
  it('tells of an action in Markdown, with the page of AWS', () =>
    withServer({ capabilities: markdown }, async (server) => {
      const { hover, underlined } = await ask(
        server,
        'a.json',
        policy('"Effect": "Allow", "Action": "sqs:Send<|>Message"'),
      );
      assert.equal(underlined, 'sqs:SendMessage');
      assert.deepEqual(hover?.contents, {
        kind: 'markdown',
        value: [
          '**`sqs:SendMessage`\\, Amazon SQS**',
          ['Deliver a message to the specified queue\\.', 'Access level\\: Write\\.', 'Resources\\: queue\\.'].join(
            '  \n',
          ),
          '[Service Authorization Reference](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html#amazonsqs-SendMessage)',
        ].join('\n\n'),
      });
    }));

  it('tells it in plain text to an editor without Markdown', () =>
    withServer({}, async (server) => {
      const { hover } = await ask(
        server,
        'a.yaml',
        template('"*"').replace('Action: sts:AssumeRole\n', 'Action: sqs:<|>SendMessage\n'),
      );
      assert.deepEqual(hover?.contents, {
        kind: 'plaintext',
        value: [
          'sqs:SendMessage, Amazon SQS',
          'Deliver a message to the specified queue.',
          'Access level: Write.',
          'Resources: queue.',
          'Service Authorization Reference: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html#amazonsqs-SendMessage',
        ].join('\n'),
      });
    }));

  it('underlines an action in a string of a template', () =>
    withServer({ capabilities: markdown }, async (server) => {
      const document = JSON.stringify(policy('"Effect": "Allow", "Action": "s3:Get<|>Object"'));
      const text = `{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": ${document} } } } }`;
      const { underlined } = await ask(server, 'a.json', text);
      assert.equal(underlined, 's3:GetObject');
    }));

  it('says what a reference gives, behind what is known of the role', () =>
    withServer({ capabilities: markdown }, async (server) => {
      const { hover } = await ask(server, 'a.yaml', template('!GetAtt Wor<|>ker.Arn'));
      assert.match(
        JSON.stringify(hover?.contents),
        /Role `Worker`.*---.*Value\\+, in part\\+: `arn:aws:iam::\$\{AWS::AccountId\}:role\/worker`/,
      );
    }));

  it('says what a parameter gives, and takes the ARN around it apart', () =>
    withServer({}, async (server) => {
      const whole = await ask(server, 'a.yaml', template('!Sub "arn:aws:<|>s3:::${Env}-data/*"'));
      assert.deepEqual(whole.hover?.contents, {
        kind: 'plaintext',
        value: [
          'Value: arn:aws:s3:::prod-data/*',
          'Env has its default here; a deployment may give it another value.',
          '',
          'ARN of Amazon S3, type object',
          'Partition: aws',
          'Region: none',
          'Account: none',
          'Resource: ${Env}-data/*, prod-data/*',
        ].join('\n'),
      });
      const part = await ask(server, 'b.yaml', template('!Sub "arn:aws:s3:::${E<|>nv}-data/*"'));
      assert.equal(part.underlined, '${Env}');
      assert.deepEqual(part.hover?.contents, {
        kind: 'plaintext',
        value: 'Value: prod\nEnv has its default here; a deployment may give it another value.',
      });
    }));

  it('says in a file that was never saved what the file alone says', () =>
    withServer({}, async (server) => {
      const { text, marks } = readMarks(template('!Re<|>f Env'));
      const uri = 'untitled:Untitled-1';
      await server.open(uri, text, 'yaml');
      const position = TextDocument.create(uri, 'yaml', 1, text).positionAt(marks[0]?.start ?? 0);
      const hover = await server.connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position,
      });
      assert.match(JSON.stringify(hover?.contents), /Value: prod/);
    }));

  it('says nothing of a text that has changed since it was asked', () => {
    // The settings are asked for while the hover waits: the answer to that comes behind the edit.
    let edit = () => {};
    const configuration = () => {
      edit();
      return null;
    };
    return withServer({ capabilities: markdown, configuration }, async (server) => {
      const { text, marks } = readMarks(policy('"Effect": "Allow", "Action": "s3:Get<|>Object"'));
      const uri = 'file:///workspace/a.json';
      const position = TextDocument.create(uri, 'json', 1, text).positionAt(marks[0]?.start ?? 0);
      edit = () => {
        edit = () => {};
        server.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges: [{ text: text.replace('GetObject', 'PutObject') }],
        });
      };
      server.open(uri, text);
      const hover = await server.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
      assert.equal(hover, null);
    });
  });

  it('tells of what is half typed, and nothing of what is no word', () =>
    withServer({ capabilities: markdown }, async (server) => {
      const typed = await ask(server, 'a.yaml', template('"*"\n            Condition:\n              String<|>Like:'));
      assert.equal(typed.underlined, 'StringLike');
      const none = await ask(server, 'b.json', policy('"Effect": "Al<|>low", "Action": "s3:'));
      assert.equal(none.hover, null);
      const other = await ask(server, 'c.yaml', 'services:\n  web:\n    image: ng<|>inx\n');
      assert.equal(other.hover, null);
    }));
});
