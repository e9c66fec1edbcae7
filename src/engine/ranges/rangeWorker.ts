import { parentPort, type Transferable, workerData } from 'node:worker_threads';
import { BlockSums, summed } from '../../readers/append/blockSums';
import type { RangePart } from '../../readers/delimited/scanPlan';
import { ReadWindow, scanRange } from '../../readers/delimited/scanRange';
import type { OpenSource } from '../environment';
import { fileSource } from '../node/fileSource';
import type { RangeJob, RangeReply, RangeRequest } from './rangeMessages';

const job = workerData as RangeJob;
let opened: Promise<Opened> | undefined;

/** The file that was read last and what of it is in memory. */
interface Opened {
  readonly file: number;
  readonly source: OpenSource;
  readonly sums: BlockSums;
  readonly window: ReadWindow;
}

async function windowOf(file: number): Promise<ReadWindow> {
  const before = await opened?.catch(() => undefined);
  if (before?.file === file) return before.window;
  opened = openNext(file, before);
  return (await opened).window;
}

async function openNext(file: number, before: Opened | undefined): Promise<Opened> {
  await before?.source.close();
  const { path, name } = job.files[file]!;
  const source = await fileSource(path, name);
  const sums = new BlockSums();
  const counted = summed(source, sums);
  const window = before?.window ?? new ReadWindow(counted);
  window.turnTo(counted);
  return { file, source, sums, window };
}

parentPort?.on('message', (request: RangeRequest) => {
  void answer(request);
});

/** A failure is not told here: whoever reads the range again meets it and has the words for it. */
async function answer({ index, range }: RangeRequest): Promise<void> {
  const part = await windowOf(range.file)
    .then(window => scanRange(window, job.plan, range))
    .catch(() => null);
  const sums = (await opened?.catch(() => undefined))?.sums.handOver() ?? [];
  const reply: RangeReply = { index, part, sums };
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
