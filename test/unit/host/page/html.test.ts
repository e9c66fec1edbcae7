import assert from 'node:assert/strict';
import type { Uri, Webview } from 'vscode';
import { contentSecurityPolicy, pageHtml, webviewOptions } from '../../../../src/host/page/html';
import { Uri as FakeUri } from '../../../support/fakeVscode';

const extension = FakeUri.file('/ext') as unknown as Uri;
const webview = {
  cspSource: 'https://files.example',
  asWebviewUri: (uri: Uri) => `https://files.example${uri.path}`,
} as unknown as Webview;

describe('the shell of the page', () => {
  it('permits one script with a nonce, local styles and no network', () => {
    const policy = contentSecurityPolicy('abc', webview.cspSource);
    assert.match(policy, /^default-src 'none';/);
    assert.match(policy, /script-src 'nonce-abc';/);
    assert.doesNotMatch(policy, /unsafe|\*|connect-src|eval/);
  });

  it('permits nothing else, no other base for addresses and no form', () => {
    const own = 'https://files.example';
    assert.deepEqual(contentSecurityPolicy('abc', own).split('; '), [
      "default-src 'none'",
      "script-src 'nonce-abc'",
      `style-src ${own}`,
      `img-src ${own} data:`,
      `font-src ${own}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('takes a fresh nonce every time and uses it on its script', () => {
    const pages = [pageHtml(webview, extension, 'panel'), pageHtml(webview, extension, 'side')];
    const nonces = pages.map(html => {
      const nonce = /<script nonce="([0-9a-f]{32})" src="[^"]+dist\/webview\.js">/.exec(html)?.[1];
      assert.ok(nonce !== undefined && html.includes(`'nonce-${nonce}'`));
      return nonce;
    });
    assert.notEqual(nonces[0], nonces[1]);
  });

  it('offers no Cut and no Paste in its menu', () => {
    const html = pageHtml(webview, extension, 'panel');
    const context = /data-vscode-context='([^']+)'/.exec(html)?.[1] ?? '';
    assert.deepEqual(JSON.parse(context), { preventDefaultContextMenuItems: true });
  });

  it('opens only the folder of built files', () => {
    const { localResourceRoots, enableScripts, enableCommandUris } = webviewOptions(extension);
    assert.deepEqual(
      localResourceRoots?.map(uri => uri.path),
      ['/ext/dist'],
    );
    assert.equal(enableScripts, true);
    assert.equal(enableCommandUris, undefined);
  });
});
