import { Uri, type Webview } from 'vscode';

/** The frame of the page: all else is made by its script, which alone may run. Nothing is loaded from a network. */
export function renderPage(webview: Webview, dist: Uri): string {
  const nonce = crypto.randomUUID();
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('graph.css')}">
<title>Role Chain</title>
</head>
<body>
<script nonce="${nonce}" src="${file('graph.js')}"></script>
</body>
</html>`;
}
