import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { plainPaint } from '../../server/src/export/paint.ts';
import { reportFile, summarise } from '../../server/src/export/report.ts';
import { renderFile, renderSummary } from '../../server/src/export/text.ts';
import { analyse } from '../../server/src/service/analysis.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string; readonly category: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, object>> }[];
  };
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const readme = readFileSync('README.md', 'utf8');
const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** The first cells of the table below a heading, code marks taken off. */
function firstCells(text: string, heading: string): readonly string[] {
  const [, after = ''] = text.split(`\n${heading}\n`);
  const [section = ''] = after.split(/\n#/);
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => row.split(' | ')[0]?.slice(2).replaceAll('`', '') ?? '');
}

/** What `check` prints into a pipe for one file. */
function printCheck(path: string): string {
  const text = readFileSync(path, 'utf8');
  const file = reportFile(path, analyse({ path, text }, { rules: {} }));
  return renderFile(file, text, { paint: plainPaint, width: 100 }) + renderSummary(summarise([file]), 0, plainPaint);
}

describe('README.md', () => {
  it('shows what the command line really prints (UPDATE=1 writes it anew)', () => {
    const path = 'samples/before/source-role.trust.json';
    const printed = `$ node dist/cli.js check ${path}\n${printCheck(path)}`;
    const updated = readme.replace(/(```console\n)[\s\S]*?(?=```)/, (_, begin: string) => begin + printed);
    if (process.env.UPDATE === '1') writeFileSync('README.md', updated);
    assert.equal(readFileSync('README.md', 'utf8'), updated);
  });

  it('lists the settings of package.json', () => {
    const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    assert.deepEqual(firstCells(readme, '### Settings'), settings);
  });

  it('lists the commands of package.json', () => {
    const commands = manifest.contributes.commands.map(({ category, title }) => `${category}: ${title}`);
    assert.deepEqual(firstCells(readme, '### Commands'), commands);
  });

  it('lists the snippets', () => {
    const snippets: Readonly<Record<string, { readonly prefix: string }>> = JSON.parse(
      readFileSync('snippets/json.json', 'utf8'),
    );
    assert.deepEqual(
      firstCells(readme, '### Snippets'),
      Object.values(snippets).map(({ prefix }) => prefix),
    );
  });
});

describe('CONTRIBUTING.md', () => {
  it('gives a reason for every dependency and for no other', () => {
    const listed = firstCells(contributing, '## Dependencies').flatMap((cell) => cell.split(', '));
    assert.deepEqual(listed.toSorted(), Object.keys(manifest.devDependencies).toSorted());
  });
});

describe('the documents', () => {
  for (const file of [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'samples/README.md',
    'docs/rules/README.md',
    'docs/access-analyzer.md',
    'docs/graph.md',
    'docs/snippets.md',
    'docs/editors.md',
  ]) {
    it(`${file} names only scripts and files that exist`, () => {
      const text = readFileSync(file, 'utf8');
      const scripts = [...text.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
      const folder = file.slice(0, file.lastIndexOf('/') + 1);
      const links = [...text.matchAll(/\]\((?!https:)([^)\s#]+)/g)].map((match) => `${folder}${match[1]}`);
      assert.deepEqual(
        [...scripts.filter((name) => !(name in manifest.scripts)), ...links.filter((link) => !existsSync(link))],
        [],
      );
    });
  }
});
