import { parentPort, type Transferable, workerData } from 'node:worker_threads';
import { BlockSums, summed } from '../../readers/append/blockSums';
import type { RangePart } from '../../readers/delimited/scanPlan';
import { ReadWindow, scanRange } from '../../readers/delimited/scanRange';
import { fileSource } from '../node/fileSource';
import type { RangeJob, RangeReply, RangeRequest } from './rangeMessages';

const job = workerData as RangeJob;
const sums = new BlockSums();
const opened = fileSource(job.path, job.name).then(source => new ReadWindow(summed(source, sums)));

parentPort?.on('message', (request: RangeRequest) => {
  void answer(request);
});

/** A failure is not told here: whoever reads the range again meets it and has the words for it. */
async function answer({ index, range }: RangeRequest): Promise<void> {
  const part = await opened.then(window => scanRange(window, job.plan, range)).catch(() => null);
  const reply: RangeReply = { index, part, sums: sums.handOver() };
  parentPort?.postMessage(reply, part === null ? [] : buffersOf(part));
}

/** The memory that changes hands instead of being copied. */
function buffersOf(part: RangePart): Transferable[] {
  const arrays = part.columns.flatMap(column =>
    column === null
      ? []
      : [
          column.numbers,
          column.nans,
          column.codes,
          column.dictionary.bytes,
          column.dictionary.ends,
        ],
  );
  const buffers = [...arrays, part.rowLines, part.rowStarts]
    .filter(array => array !== null)
    .map(array => array.buffer as ArrayBuffer);
  return [...new Set(buffers)];
}
