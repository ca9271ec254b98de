/** Language server entry: `server.js --stdio` for any editor, `--node-ipc` for VS Code; also `--socket` and `--pipe`. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { connectionFeatures } from './lsp/connection-features.ts';
import { reportCrash } from './lsp/crash.ts';
import { type Serve, startServer } from './lsp/start-server.ts';

// The space for young objects stays as small as it begins. It would grow to dozens of megabytes while a large text is
// read, which are not given back; what lives long is moved out of it either way, and the time is the same.
setFlagsFromString('--semi-space-growth-factor=1');
// What is no longer used is collected when the rest has grown by two fifths, not when it has doubled or more. At first
// files are opened, of which nothing is garbage yet: to look for it would take a tenth of the time until they are checked.
setFlagsFromString('--heap-growing-percent=100');
setTimeout(() => setFlagsFromString('--heap-growing-percent=40'), 1_000).unref();

process.on('uncaughtException', (error) => {
  process.stderr.write(reportCrash(error));
  process.exit(1);
});

if (process.argv.slice(2).some((argument) => /^--(stdio|node-ipc|socket|pipe)\b/.test(argument))) {
  startServer((options) => createConnection(connectionFeatures, options), version, load);
} else {
  process.stderr.write('This is the language server of Role Chain. Start it with --stdio.\n');
  process.exitCode = 2;
}

/** All of the server but its first answer: files of their own. */
async function load(): Promise<Serve> {
  const [{ serve }, { bakedIamData, bakedIamDescriptions }] = await Promise.all([
    import('./lsp/server.ts'),
    import('./data/index.ts'),
  ]);
  // The bundle is in dist/; the pages are packaged beside it.
  const rulePages = `${pathToFileURL(path.join(__dirname, '..', 'docs', 'rules')).href}/`;
  const options = {
    rulePages,
    iamData: bakedIamData(),
    iamDescriptions: bakedIamDescriptions(),
    loadAccess: async () => (await import('./aws/index.ts')).access,
  };
  return (connection, params, client) => serve(connection, params, client, options);
}
