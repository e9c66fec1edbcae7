import type { SourceRef } from '../../src/engine/engine';
import { inProcessEngine } from '../../src/engine/inProcessEngine';
import { bytesOnly } from './bytesOnly';

/** Linear work takes twice as long; n log n and the machine's moods a little more, n^2 four times. */
export const mostGrowth = 3;
const tries = 4;

/** Inspects sources and asks for all figures and intervals, as a page does. */
export async function inspect(sources: readonly SourceRef[], detail = false): Promise<void> {
  const engine = inProcessEngine(bytesOnly);
  let t = performance.now(); const lap = (w: string) => { if (detail) console.log("   ", w, Math.round(performance.now() - t)); t = performance.now(); };
  const { id, report, figures } = await engine.inspect(sources, {}); lap("inspect");
  for (const { id: figure } of figures) {
    await engine.ask(id, { kind: 'figure', figure, options: {} });lap(figure);
  }
  if (report.models.length > 0) {
    await engine.ask(id, { kind: 'metrics' });lap("metrics");
    await engine.ask(id, { kind: 'intervals' });lap("intervals");
  }
}

/** Seconds of the processor that `work` takes. */
async function secondsOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export interface Growth {
  readonly small: number;
  readonly large: number;
}

/** The least seconds that inputs of the sizes `n` and 2 n took; stops as soon as the growth is small enough. */
export async function growthOf(
  make: (n: number) => readonly SourceRef[],
  n: number,
): Promise<Growth> {
  const [once, twice] = [make(n), make(2 * n)];
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  await inspect(once);
  for (let i = 0; i < tries; i++) {
    small = Math.min(small, await secondsOf(() => inspect(once)));
    large = Math.min(large, await secondsOf(() => inspect(twice)));
    if (large <= mostGrowth * small) break;
  }
  return { small, large };
}
