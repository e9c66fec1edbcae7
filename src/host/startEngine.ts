import { Uri, workspace } from 'vscode';
import { bundledScript } from '../engine/browser/bundledScript';
import { type WebWorker, webWorkerEngine } from '../engine/browser/webWorkerEngine';
import type { Engine } from '../engine/engine';
import { deferred } from '../engine/rpc/deferred';

/** Web workers exist in browsers alone; Node has a module for threads, which a browser must not load. */
interface WebScope {
  readonly Worker?: new (url: string) => WebWorker;
}

/** The bundles that the engine of a web worker is made of. */
const webBundles = ['scanRange', 'parquet', 'inProcessEngine', 'webWorker'];

/** Starts the engine off this thread: in a worker thread on the desktop, in a web worker in a browser. */
export function startEngine(extension: Uri): Engine {
  const { Worker } = globalThis as unknown as WebScope;
  const bundles = Uri.joinPath(extension, 'dist');
  return deferred(
    Worker === undefined ? inThread(bundles) : inWebWorker(bundles, url => new Worker(url)),
  );
}

async function inThread(bundles: Uri): Promise<Engine> {
  const { startWorkerEngine } = await import('../engine/node/workerEngine');
  return startWorkerEngine(Uri.joinPath(bundles, 'engineWorker.js').fsPath);
}

/**
 * A worker may not be loaded from another origin, which the extension's folder is; its text may be read and
 * made into a script of this origin.
 */
async function inWebWorker(bundles: Uri, start: (url: string) => WebWorker): Promise<Engine> {
  const read = async (name: string): Promise<readonly [string, string]> => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(bundles, `${name}.js`));
    return [name, new TextDecoder().decode(bytes)];
  };
  const texts = Object.fromEntries(await Promise.all(webBundles.map(read)));
  const blob = new Blob([bundledScript(texts, 'webWorker')], { type: 'text/javascript' });
  const url = URL.createObjectURL(blob);
  return webWorkerEngine(() => start(url));
}
