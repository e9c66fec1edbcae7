import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../environment';
import { readInWorkers } from '../ranges/readInWorkers';
import { fileSource } from './fileSource';
import { nodeUnpack } from './nodeUnpack';

/** Threads beyond this wait for the memory, not for each other. */
const maxThreads = 8;

/** The engine's surroundings on the desktop and in the terminal; its bundles stand in one folder. */
export const nodeEnvironment: Environment = {
  openFile: fileSource,
  unpack: nodeUnpack,
  readColumns: path =>
    readInWorkers({
      workerPath: join(__dirname, 'rangeWorker.js'),
      ...(path === undefined ? {} : { path }),
      threads: Math.min(availableParallelism(), maxThreads),
    }),
};
