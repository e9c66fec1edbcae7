import { nameWords } from '../../names/nameWords';
import { type Candidate, isTextLabels } from '../guess/candidate';
import { cellKey } from './cellKey';

type Pair = readonly [Candidate, Candidate];

/** A date with fewer common days than this share of the most common one is another kind of date. */
const enoughDays = 0.5;

/**
 * Columns that tell the same dates, and beside them those that tell the same places or series: `target_end_date`
 * and `location` of forecasts with `date` and `location` of what was observed. undefined without such dates.
 * `shared` are the columns of one name.
 */
export function dateKeys(
  first: readonly Candidate[],
  other: readonly Candidate[],
  shared: readonly Pair[],
): readonly Pair[] | undefined {
  const same = shared.filter(pair => !isPlainValue(pair[0]) && overlap(pair) > 0);
  const date = same.some(([one]) => isDate(one)) ? [] : [datePair(first, other)];
  if (date.includes(undefined)) return undefined;
  const pairs = [...date.filter(pair => pair !== undefined), ...same];
  return [...pairs, ...labelPairs(first, other, pairs)];
}

function isDate({ column }: Candidate): boolean {
  return column.kind === 'time';
}

/** Of the dates that both files know the latest: forecasts are made before the day that they are for. */
function datePair(first: readonly Candidate[], other: readonly Candidate[]): Pair | undefined {
  const pairs = first
    .filter(isDate)
    .flatMap(one => other.filter(isDate).map((two): Pair => [one, two]))
    .map(pair => ({ pair, days: overlap(pair) }))
    .filter(({ days }) => days > 0);
  const most = pairs.reduce((max, { days }) => Math.max(max, days), 0);
  const [best, ...rest] = pairs.filter(({ days }) => days >= enoughDays * most);
  return best === undefined
    ? undefined
    : rest.reduce((a, b) => (timeOf(b.pair) > timeOf(a.pair) ? b : a), best).pair;
}

function timeOf([a, b]: Pair): number {
  return a.facts.mean + b.facts.mean;
}

/** Columns of labels all of which the other file knows under another name. */
function labelPairs(
  first: readonly Candidate[],
  other: readonly Candidate[],
  taken: readonly Pair[],
): Pair[] {
  const isFree = (one: Candidate) => isTextLabels(one) && !taken.flat().includes(one);
  const free = other.filter(isFree);
  return first.filter(isFree).flatMap(one => {
    const labels = one.facts.labels.size;
    const two = free.find(each => labels > 1 && overlap([one, each]) === labels);
    return two === undefined ? [] : [[one, two] as const];
  });
}

/** Different cells of the first column that occur in the second. */
function overlap([{ column: own }, { column: theirs }]: Pair): number {
  const known = new Set<string>();
  for (let row = 0; row < theirs.numbers.length; row++) known.add(cellKey(theirs, row));
  const common = new Set<string>();
  for (let row = 0; row < own.numbers.length; row++) {
    const key = cellKey(own, row);
    if (key !== '' && known.has(key)) common.add(key);
  }
  return common.size;
}

/** A column called `value` is no key. */
function isPlainValue({ name }: Candidate): boolean {
  return nameWords(name).every(({ meaning }) => meaning?.sense === 'filler');
}
