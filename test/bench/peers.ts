import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../scripts/process/failure.ts';
import { startServer } from '../lsp/support/server-process.ts';
import type { MeasureOptions } from './measure.ts';
import { type Distribution, distribution } from './times.ts';

/** A language server of others for the same texts, as npm installs it into a folder. */
export interface Peer {
  readonly name: string;
  readonly language: MeasureOptions['language'];
  /** Below `node_modules`. */
  readonly module: string;
}

export const peers: readonly Peer[] = [
  { name: 'yaml-language-server', language: 'yaml', module: 'yaml-language-server/bin/yaml-language-server' },
  {
    name: 'vscode-json-languageserver',
    language: 'json',
    module: 'vscode-json-languageserver/bin/vscode-json-languageserver',
  },
];

/**
 * From a change to what is published next, in milliseconds, one key after the other's result. The peers check by a schema
 * of a few lines here: with a large one they take longer.
 */
export async function measurePeer(peer: Peer, folder: string, text: string, edits: number): Promise<Distribution> {
  const module = path.join(folder, 'node_modules', peer.module);
  if (!existsSync(module)) throw new Failure(`${peer.name} is not installed in ${folder}.`);
  const uri = `file:///bench/template.${peer.language}`;
  const server = await startServer({ command: [process.execPath, module, '--stdio'], configuration: () => settings });
  try {
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: sections });
    const opened = server.nextDiagnostics(uri);
    await server.open(uri, text, peer.language);
    await opened;
    const word = peer.language === 'yaml' ? 'Effect: Allow' : '"Effect": "Allow';
    const lines = text.slice(0, text.indexOf(word, text.length / 2) + word.length).split('\n');
    const start = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const end = { ...start, character: start.character + 1 };
    const times: number[] = [];
    for (let version = 2; version < edits + 2; version++) {
      const sent = performance.now();
      const next = server.nextDiagnostics(uri);
      const change =
        version % 2 === 0 ? { range: { start, end: start }, text: 'x' } : { range: { start, end }, text: '' };
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [change],
      });
      await next;
      times.push(performance.now() - sent);
    }
    return distribution(times);
  } finally {
    server.process.kill();
  }
}

const schema = {
  type: 'object',
  required: ['Resources'],
  properties: { Resources: { type: 'object', additionalProperties: { type: 'object', required: ['Type'] } } },
};

const settings = { validate: { enable: true }, schemas: [{ fileMatch: ['*'], schema }] };
const sections = { yaml: { ...settings, validate: true, schemas: {} }, json: settings };
