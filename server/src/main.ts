/** Language server entry: `server.js --stdio` for any editor, `--node-ipc` for VS Code; also `--socket` and `--pipe`. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { bakedIamData, bakedIamDescriptions } from './data/index.ts';
import { startServer } from './lsp/server.ts';

if (process.argv.slice(2).some((argument) => /^--(stdio|node-ipc|socket|pipe)\b/.test(argument))) {
  // The bundle is dist/server.js; the pages are packaged beside dist/.
  const rulePages = `${pathToFileURL(path.join(__dirname, '..', 'docs', 'rules')).href}/`;
  startServer(createConnection(ProposedFeatures.all), {
    version,
    rulePages,
    iamData: bakedIamData(),
    iamDescriptions: bakedIamDescriptions(),
    loadAccess: async () => (await import('./aws/index.ts')).access,
  });
} else {
  process.stderr.write('This is the language server of Role Chain. Start it with --stdio.\n');
  process.exitCode = 2;
}
