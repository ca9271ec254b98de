import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { renderPage } from '../../../client/src/graph/graph-page.ts';

/** The attributes of the tags of a page that we write ourselves. */
function tagsOf(html: string): readonly { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] {
  return [...html.matchAll(/<([a-z]+)((?:\s+[a-z-]+="[^"]*")*)\s*>/g)].map(([, name = '', written = '']) => ({
    name,
    attributes: new Map([...written.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
  }));
}

describe('the page of a webview', () => {
  let panel: vscode.WebviewPanel;
  beforeEach(() => {
    panel = vscode.window.createWebviewPanel('test', 'test', vscode.ViewColumn.Active, { enableScripts: true });
  });
  afterEach(() => panel.dispose());

  const dist = vscode.Uri.file('/extension/dist');

  it('forbids all but its own script and style', () => {
    const html = renderPage(panel.webview, dist);
    const tags = tagsOf(html);
    assert.equal(tags.length, html.match(/<[a-z]/g)?.length, 'every tag is read');
    const policies = tags.flatMap(({ attributes }) =>
      attributes.get('http-equiv') === 'Content-Security-Policy' ? [attributes.get('content') ?? ''] : [],
    );
    const [policy = ''] = policies;
    assert.equal(policies.length, 1);
    const directives = new Map(policy.split('; ').map((each) => [each.split(' ')[0] ?? '', each.split(' ').slice(1)]));
    assert.deepEqual([...directives.keys()], ['default-src', 'script-src', 'style-src']);
    assert.deepEqual(directives.get('default-src'), ["'none'"]);
    const nonce = /^'nonce-([\w-]{20,})'$/.exec(directives.get('script-src')?.join(' ') ?? '')?.[1];
    assert.ok(nonce !== undefined, policy);
    assert.deepEqual(directives.get('style-src'), panel.webview.cspSource.split(' '));
    assert.doesNotMatch(policy, /unsafe|\*(?!\.vscode)|http:/);

    const scripts = tags.filter(({ name }) => name === 'script');
    assert.deepEqual(
      scripts.map(({ attributes }) => attributes.get('nonce')),
      [nonce],
    );
    assert.match(html, /<script [^>]*><\/script>/, 'no script stands in the page');
    for (const { attributes } of tags)
      for (const [key, value] of attributes) {
        assert.ok(!key.startsWith('on') && key !== 'style', key);
        // What is loaded comes out of the extension.
        if (key === 'src' || key === 'href')
          assert.ok(
            value.includes('/extension/dist/') && value.startsWith(String(panel.webview.asWebviewUri(dist))),
            value,
          );
      }
  });

  it('has another nonce each time', () => {
    const nonces = [1, 2, 3].map(() => /nonce-([\w-]+)/.exec(renderPage(panel.webview, dist))?.[1]);
    assert.equal(new Set(nonces).size, 3);
  });
});
