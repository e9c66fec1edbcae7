import { Uri, type Webview, type WebviewOptions } from 'vscode';

/** Scripts run; nothing but the extension's own built files can be loaded. */
export function webviewOptions(extension: Uri): WebviewOptions {
  return {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [Uri.joinPath(extension, 'dist')],
  };
}

/** Without VS Code's own Cut, Copy and Paste: nothing in a report can be cut, and Copy is there as a command. */
const menus = JSON.stringify({ preventDefaultContextMenuItems: true });

/** The page's shell: no data, no network, one script with a nonce. Everything else arrives as messages. */
export function pageHtml(webview: Webview, extension: Uri, place: 'panel' | 'side'): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview.js'));
  const style = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'page.css'));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(nonce, webview.cspSource)}">
<title>Loss Lens</title>
<link rel="stylesheet" href="${style}">
</head>
<body data-place="${place}" data-vscode-context='${menus}'>
<div id="app"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** Without `connect-src` the page has no network at all. */
export function contentSecurityPolicy(nonce: string, source: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `img-src ${source} data:`,
    `font-src ${source}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
