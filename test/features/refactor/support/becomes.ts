import assert from 'node:assert/strict';
import { idsIn, refactored } from './refactored.ts';

/** One text before and after, in which a cursor or a selection is marked. */
export interface Change {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly before: string;
  /** The whole text, or a sentence in braces that says why not. */
  readonly after: string;
}

/** Fails unless each text becomes the other one, also with the line breaks of Windows. */
export function testChanges(changes: readonly Change[]): void {
  for (const { name, path, id, before, after } of changes) {
    it(name, () => assert.equal(refactored(path, before, id), after));
    it(`${name}, CRLF`, () => assert.equal(refactored(path, crlf(before), id), crlf(after)));
  }
}

/** Fails where one of these is offered. */
export function offersNone(path: string, marked: string, ...ids: readonly string[]): void {
  const offered = idsIn(path, marked);
  assert.deepEqual(
    ids.filter((id) => offered.includes(id)),
    [],
  );
}

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

/** A policy of one or more statements in a role of a YAML template. The text is that of the list. */
export function inTemplate(statements: string): string {
  return `# Top
Parameters:
  Security: { Type: String, Default: '111122223333' }
  Names: { Type: CommaDelimitedList }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
${statements.replace(/^(?=.)/gm, ' '.repeat(14)).trimEnd()}
  Topic:
    Type: AWS::SNS::Topic
`;
}

/** The same list as a policy file in JSON. */
export function inPolicy(statements: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
${statements.replace(/^(?=.)/gm, ' '.repeat(4)).trimEnd()}
  ]
}
`;
}

/** The same list in a string of a template. */
export function inString(statements: string, sub = ''): string {
  return `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:${sub} |
        {
          "Version": "2012-10-17",
          "Statement": [
${statements.replace(/^(?=.)/gm, ' '.repeat(12)).trimEnd()}
          ]
        }
  Topic:
    Type: AWS::SNS::Topic
`;
}
