import path from 'node:path';
import { readImports, withoutComments } from './imports.ts';

/** From the top; a folder imports only from lower floors, and from itself. */
const floors: readonly (readonly string[])[] = [
  ['main', 'cli', 'tools'],
  ['lsp', 'aws', 'data'],
  ['export'],
  ['files'],
  ['service'],
  ['rules', 'features', 'scaffold'],
  ['lint'],
  ['chain'],
  ['role'],
  ['policy', 'organization'],
  ['edit', 'catalog'],
  ['syntax'],
  ['base'],
];

/** The messages between client and server stand beside the floors: nobody else may know them, and they know nobody. */
const importersOfProtocol = ['client', 'lsp', 'protocol'];

/** Where the process and its files may be touched; all else also runs in a browser worker. */
const nodeFolders = ['main', 'cli', 'lsp', 'aws', 'data', 'files', 'tools'];

/** Which folders, or single files, may import a package. A package that is not here may not be imported. */
const packageGates: readonly { readonly pattern: RegExp; readonly allowed: readonly string[] }[] = [
  { pattern: /^vscode$/, allowed: ['client'] },
  { pattern: /^vscode-languageclient(\/|$)/, allowed: ['client'] },
  { pattern: /^vscode-languageserver-types$/, allowed: ['main', 'lsp', 'service', 'features'] },
  {
    pattern: /^vscode-(languageserver|languageserver-protocol|languageserver-textdocument|jsonrpc)(\/|$)/,
    allowed: ['main', 'lsp'],
  },
  { pattern: /^jsonc-parser$/, allowed: ['server/src/syntax/json.ts'] },
  { pattern: /^yaml$/, allowed: ['server/src/syntax/yaml.ts'] },
  { pattern: /^@(aws-sdk|smithy)\//, allowed: ['aws'] },
  { pattern: /^ignore$/, allowed: ['files'] },
  { pattern: /^@dagrejs\/dagre$/, allowed: ['server/src/export/graph-layout.ts'] },
  { pattern: /^picomatch\/posix$/, allowed: ['server/src/lint/configuration-glob.ts'] },
  { pattern: /^esbuild$/, allowed: ['tools'] },
  { pattern: /^@(cloud-copilot\/iam-data|aws-cdk\/(aws-service-spec|service-spec-types))$/, allowed: ['tools'] },
];

/**
 * What a source of server/src, server/tools or client/src does that the architecture forbids, as `line: reason`.
 * `file` is relative to the checkout, separated by `/`.
 */
export function findViolations(file: string, source: string): readonly string[] {
  const folder = folderOf(file);
  if (folder === undefined) return ['1: this folder is on no floor; give it one in test/architecture/floors.ts'];
  const imports = readImports(source).flatMap(({ line, target }) => {
    const reason = judge(file, folder, target);
    return reason === undefined ? [] : [`${line}: ${reason}`];
  });
  return [...imports, ...findModuleState(source), ...findNodeGlobals(folder, source)];
}

/** The folder's name as the floors have it: `server/src/cli.ts` is of `cli`. */
function folderOf(file: string): string | undefined {
  if (file.startsWith('client/src/')) return 'client';
  if (file.startsWith('server/tools/')) return 'tools';
  const name = /^server\/src\/([a-z]+)(?:\/|\.ts$)/.exec(file)?.[1];
  return name !== undefined && (floorOf(name) >= 0 || name === 'protocol') ? name : undefined;
}

function floorOf(folder: string): number {
  return floors.findIndex((floor) => floor.includes(folder));
}

function judge(file: string, folder: string, target: string | undefined): string | undefined {
  // Generators load what they have built.
  if (target === undefined) return folder === 'tools' ? undefined : 'an import must name its module';
  return target.startsWith('.') ? judgeOwn(file, folder, target) : judgePackage(file, folder, target);
}

function judgeOwn(file: string, folder: string, target: string): string | undefined {
  const imported = path.posix.join(path.posix.dirname(file), target);
  if (!/\.(ts|json|br|gz|bin)$/.test(target)) return `${target} has no extension`;
  // The entries know the version of the package they are in.
  if (imported === 'package.json' && floors[0]?.includes(folder)) return undefined;
  const other = folderOf(imported);
  if (other === undefined) return `${target} is on no floor`;
  if (other === folder) return undefined;
  if (other === 'protocol')
    return importersOfProtocol.includes(folder) ? undefined : `${folder} may not import protocol`;
  const isBelow = floorOf(folder) >= 0 && floorOf(folder) < floorOf(other);
  return isBelow ? undefined : `${folder} may not import ${other}`;
}

function judgePackage(file: string, folder: string, target: string): string | undefined {
  if (target.startsWith('node:'))
    return nodeFolders.includes(folder) ? undefined : `${folder} may not import ${target}`;
  const gate = packageGates.find(({ pattern }) => pattern.test(target));
  if (gate === undefined) return `nobody may import ${target}; see test/architecture/floors.ts`;
  return gate.allowed.includes(folder) || gate.allowed.includes(file)
    ? undefined
    : `${folder} may not import ${target}`;
}

/** State of a module is shared by all who use it: two servers in one process, two tests. */
function findModuleState(source: string): readonly string[] {
  return findLines(source, /^(?:export\s+)?(?:declare\s+)?(?:let|var)\b/, 'a variable of the module that can change');
}

function findNodeGlobals(folder: string, source: string): readonly string[] {
  if (nodeFolders.includes(folder)) return [];
  const globals = /(?<![.\w'])(?:process\.[a-z]+|Buffer\.[a-z]+|__dirname|__filename|setImmediate\()/;
  return findLines(source, globals, `${folder} may not use what only Node has`);
}

function findLines(source: string, pattern: RegExp, reason: string): readonly string[] {
  const lines = withoutComments(source).split('\n');
  return lines.flatMap((line, index) => (pattern.test(line) ? [`${index + 1}: ${reason}`] : []));
}
