import type { SourceRef } from '../../src/engine/engine';
import { inProcessEngine } from '../../src/engine/inProcessEngine';
import { ReadError } from '../../src/readers/readError';
import { bytesOnly } from './bytesOnly';

/** Linear work takes twice as long, n log n and the machine's moods a little more, n^2 four times. */
export const maxGrowth = 3;
const tries = 20;
/** What takes less is over at once; the ticks of the processor's clock are no measure of it. */
const leastSeconds = 0.005;

/** Inspects sources and asks for all figures, losses and intervals as a page does; a refusal is an answer too. */
async function inspect(sources: readonly SourceRef[]): Promise<void> {
  const engine = inProcessEngine(bytesOnly);
  try {
    const { id, report, figures } = await engine.inspect(sources, {});
    for (const { id: figure } of figures) {
      await engine.ask(id, { kind: 'figure', figure, options: {} });
    }
    if (report.models.length === 0) return;
    await engine.ask(id, { kind: 'metrics' });
    await engine.ask(id, { kind: 'intervals' });
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
  }
}

/** Seconds of the processor that `work` takes. */
async function secondsOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * How many times as long inputs of the size 2 n take as those of the size n: the best of several tries each, no
 * more of them than it takes to see that the growth is small.
 */
export async function growthOf(
  make: (n: number) => readonly SourceRef[],
  n: number,
): Promise<number> {
  const [once, twice] = [make(n), make(2 * n)];
  await inspect(once);
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  let growth = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries && growth > maxGrowth; i++) {
    small = Math.min(small, await secondsOf(() => inspect(once)));
    large = Math.min(large, await secondsOf(() => inspect(twice)));
    growth = large / Math.max(small, leastSeconds);
  }
  return growth;
}
