import { splitWords } from '../../names/seriesWords';
import { wordsOf } from '../../names/wordsOf';
import type { LogSegment, LogValue } from './logSegment';

/** A segment with what its place in the log says about it. */
export interface Staged extends LogSegment {
  /** The epoch that holds here, stated by this segment or before. */
  readonly inEpoch: LogValue | undefined;
  /** True when it speaks of validation or test data alone. */
  readonly held: boolean;
  /** True for a held-out segment whose own counter was dropped: it counts batches of that data. */
  readonly counted: boolean;
  /** True for a held-out segment without a step, behind the last training line of its epoch. */
  readonly endsEpoch: boolean;
}

/** Share of the validation lines whose step must fit between the training lines around them. */
const fitting = 0.8;

/** The segments with the data they speak of, and without the counters of validation lines of their own. */
export function staged(segments: readonly LogSegment[]): readonly Staged[] {
  const carried = withStages(segments);
  const alone = countsAlone(carried);
  const next = nextTrainEpochs(carried);
  const epochs = new Set(carried.flatMap(({ inEpoch }) => inEpoch?.value ?? [])).size;
  return carried.map((segment, i) => {
    const counted = alone && segment.held && segment.step !== undefined;
    const kept: Carried = counted ? withoutStep(segment) : segment;
    const steps = kept.step === undefined && segment.held && segment.inEpoch !== undefined;
    const last = next[i] === undefined || next[i] !== segment.inEpoch?.value;
    return { ...kept, counted, endsEpoch: steps && last && epochs > 1 };
  });
}

type Carried = Omit<Staged, 'counted' | 'endsEpoch'>;

/** A line without counters below one about held-out data speaks of the same data. */
function withStages(segments: readonly LogSegment[]): readonly Carried[] {
  let inEpoch: LogValue | undefined;
  let stage: string | undefined;
  return segments.map(segment => {
    inEpoch = segment.epoch ?? inEpoch;
    const counts = segment.epoch !== undefined || segment.step !== undefined;
    const own = stageOf(segment);
    if (own !== undefined || counts || segment.kind === 'whole') stage = own;
    const metrics = segment.metrics.map(metric =>
      metric.set === undefined && own === undefined && stage !== undefined && !namesSet(metric.name)
        ? { ...metric, set: stage }
        : metric,
    );
    return { ...segment, metrics, inEpoch, held: isHeld(segment, metrics, stage) };
  });
}

/** The word for the data of a segment that speaks of one set alone. */
function stageOf({ metrics, set }: LogSegment): string | undefined {
  const sets = new Set(metrics.map(one => one.set));
  return metrics.length === 0 || sets.size === 1 ? (metrics[0]?.set ?? set) : undefined;
}

function isHeld(
  { kind }: LogSegment,
  metrics: readonly LogValue[],
  stage: string | undefined,
): boolean {
  if (kind === 'whole') return false;
  if (metrics.length === 0) return stage !== undefined && isHeldWord(stage);
  return metrics.every(({ name, set }) => {
    const word = wordsOf(name).find(part => splitWords.has(part)) ?? set;
    return word !== undefined && isHeldWord(word);
  });
}

function namesSet(name: string): boolean {
  return wordsOf(name).some(word => splitWords.has(word));
}

function isHeldWord(word: string): boolean {
  const split = splitWords.get(word.toLowerCase());
  return split !== undefined && split !== 'train';
}

function withoutStep({ step: _, ...rest }: Carried): Carried {
  return rest;
}

/** True where the steps of held-out lines do not fit between those of the training lines around them. */
function countsAlone(segments: readonly Carried[]): boolean {
  const after = nextTrainSteps(segments);
  let before: number | undefined;
  const fits = segments.flatMap(({ held, step, metrics }, i): boolean[] => {
    if (step === undefined) return [];
    if (!held) before = step.value;
    const isAlone = before === undefined && after[i] === undefined;
    return !held || metrics.length === 0 || isAlone
      ? []
      : [isBetween(step.value, before, after[i])];
  });
  return fits.filter(Boolean).length < fitting * fits.length;
}

/** Between the steps before and after; where the training begins anew behind it, after the one before. */
function isBetween(step: number, before = -Infinity, after = Infinity): boolean {
  return step >= before && (step <= after || after < before);
}

function nextTrainSteps(segments: readonly Carried[]): readonly (number | undefined)[] {
  let next: number | undefined;
  return segments
    .map((_, i) => {
      const { held, step } = segments[segments.length - 1 - i]!;
      if (!held && step !== undefined) next = step.value;
      return next;
    })
    .reverse();
}

function nextTrainEpochs(segments: readonly Carried[]): readonly (number | undefined)[] {
  let next: number | undefined;
  return segments
    .map((_, i) => {
      const { held, inEpoch, metrics, step } = segments[segments.length - 1 - i]!;
      const before = next;
      if (!held && metrics.length > 0 && step !== undefined) next = inEpoch?.value;
      return before;
    })
    .reverse();
}
