import { bufferSource } from '../byteSource';
import { wordKind } from '../delimited/columnKind';
import { readEvents, tableOfEvents } from '../tfevents/readTfevents';
import type { Continuation } from './reading';

/** Reads on a TensorBoard event file behind its last whole record. */
export const eventRecords: Continuation = {
  nextLine: ({ problems }) => (problems.length > 0 ? undefined : 1),
  async piece({ table: { name } }, _, bytes) {
    const { scalars, end, fault, isCut } = await readEvents(bufferSource(name, bytes));
    if (fault !== undefined && !isCut) return undefined;
    return { table: tableOfEvents(name, end, scalars, []), used: end, lines: 0 };
  },
  wordKind,
};
