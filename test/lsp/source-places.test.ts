import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EditedDocument } from '../../server/src/lsp/edited-document.ts';
import { placeOf } from '../../server/src/lsp/source-places.ts';
import { analysed } from '../service/analysed.ts';
import { readWorkspaceTexts } from '../support/workspace.ts';

/** What is selected of each role of a workspace when somebody goes there, and how many lines it has in all. */
function placesOf(
  texts: Readonly<Record<string, string>>,
): readonly (readonly [id: string, selected: string, lines: number])[] {
  const { entities } = readWorkspaceTexts(new Map(Object.entries(texts))).graph();
  return entities.flatMap(({ id, source }) => {
    if (source === undefined) return [];
    const text = texts[source.file.replace('/workspace/', '')] ?? '';
    const place = placeOf(analysed({ path: source.file, text }), source);
    assert.ok(place, `${id} has a place`);
    const document = TextDocument.create('file:///x', '', 0, text);
    const linesOf = ({ start, end }: Range) => end.line - start.line + 1;
    return [[id, document.getText(place.selection), linesOf(place.range)] as const];
  });
}

const trust = '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }] }';

describe('the place of a role', () => {
  it('is its logical id in a template, with the whole resource around it', () => {
    const yaml = `Resources:\n  "A":\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: ${trust}\n\n  B:\n    Type: AWS::IAM::Role\n    Properties: { AssumeRolePolicyDocument: ${trust} }\n`;
    assert.deepEqual(placesOf({ 'a.yaml': yaml }), [
      ['A', 'A', 4],
      ['B', 'B', 3],
    ]);
  });

  it('is the function for which SAM makes it', () => {
    const yaml = 'Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties: { Handler: index.handler }\n';
    assert.deepEqual(placesOf({ 'a.yaml': yaml }), [
      ['FnRole', 'Fn', 3],
      ['Fn', 'Fn', 3],
    ]);
  });

  it('is its logical id in a template that is a string', () => {
    const yaml = `Resources:\n  Set:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateBody: |\n        Resources:\n          Inner:\n            Type: AWS::IAM::Role\n            Properties: { AssumeRolePolicyDocument: ${trust} }\n`;
    assert.deepEqual(
      placesOf({ 'a.yaml': yaml }).map(([, selected]) => selected),
      ['Inner'],
    );
  });

  it('is its name in an output of the AWS CLI', () => {
    const role = (name: string) =>
      `{ "RoleName": "${name}", "Arn": "arn:aws:iam::111122223333:role/${name}", "AssumeRolePolicyDocument": ${trust} }`;
    assert.deepEqual(placesOf({ 'dump.json': `{ "RoleDetailList": [\n${role('a')},\n${role('b')} ] }` }), [
      ['a', 'a', 1],
      ['b', 'b', 1],
    ]);
  });

  it('is the beginning of the file where the role is made of files', () => {
    const files = {
      'x.trust.json': `${trust}\n`,
      'x.permissions.json': '{ "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }] }',
    };
    assert.deepEqual(placesOf(files), [['x', '', 1]]);
  });

  it('is told by the lines that the document has, while it is the text that was read', () => {
    const path = '/workspace/a.yaml';
    const text = `Resources:\r\n  A:\r\n    Type: AWS::IAM::Role\r\n    Properties: { AssumeRolePolicyDocument: ${trust} }\r\n`;
    const source = readWorkspaceTexts(new Map([['a.yaml', text]])).graph().entities[0]?.source;
    assert.ok(source);
    const document = new EditedDocument(`file://${path}`, 'yaml', 1, text);
    const asked: number[] = [];
    const { positionAt } = document;
    document.positionAt = (offset) => {
      asked.push(offset);
      return positionAt.call(document, offset);
    };
    const analysis = analysed({ path, text: document.text });
    assert.deepEqual(placeOf(analysis, source, document), placeOf(analysis, source));
    assert.notEqual(asked.length, 0);
    asked.length = 0;
    document.update([{ text: `# above\r\n${text}` }], 2);
    assert.deepEqual(placeOf(analysis, source, document), placeOf(analysis, source));
    assert.deepEqual(asked, []);
  });
});
