import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, openSample } from '../support/documents.ts';
import { codeOf, waitForDiagnostics, waitForFinding } from '../support/events.ts';

const template = (name: string, statement: object) =>
  JSON.stringify({
    Resources: {
      [name]: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: name,
          AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] },
          Policies: [
            {
              PolicyName: 'hop',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [
                  { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/MovedTarget' },
                ],
              },
            },
          ],
        },
      },
    },
  });

const trusting = (role: string) => ({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::111122223333:role/${role}` },
  Action: 'sts:AssumeRole',
});

/** Two templates between which a hop is blocked: it is found without any of them open. */
const files = {
  'rolechain.config.json': JSON.stringify({ deployments: [{ files: ['*.json'], account: '111122223333' }] }),
  'source.json': template('MovedSource', trusting('Somebody')),
  'target.json': template('MovedTarget', trusting('Nobody')),
};

describe('a folder that is renamed and deleted behind the editor', () => {
  const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const inFolder = (...parts: readonly string[]) => path.join(folder(), ...parts);
  const sourceIn = (name: string) => vscode.Uri.file(inFolder(name, 'source.json'));
  const isBlocked = (all: readonly vscode.Diagnostic[]) => all.some((each) => codeOf(each).startsWith('hop-blocked'));

  afterEach(async () => {
    for (const name of ['moving', 'moved']) rmSync(inFolder(name), { recursive: true, force: true });
    await closeEditors();
  });

  it('takes its roles with it', async () => {
    const { document } = await openSample('before', 'source-role.trust.json');
    await waitForFinding(document.uri, 'trust-missing-source-arn');
    mkdirSync(inFolder('moving'));
    for (const [name, text] of Object.entries(files)) writeFileSync(inFolder('moving', name), text);
    await waitForDiagnostics(sourceIn('moving'), isBlocked);
    renameSync(inFolder('moving'), inFolder('moved'));
    await waitForDiagnostics(sourceIn('moved'), isBlocked);
    await waitForDiagnostics(sourceIn('moving'), (all) => all.length === 0);
    rmSync(inFolder('moved'), { recursive: true });
    await waitForDiagnostics(sourceIn('moved'), (all) => all.length === 0);
    assert.deepEqual(vscode.languages.getDiagnostics(sourceIn('moving')), []);
  });
});
