import type { Environment } from '../../src/engine/environment';

/** For engines that are given bytes and texts alone. */
export const bytesOnly: Environment = {
  openFile: () => Promise.reject(new Error('there are no files here')),
};
