import type { History, Series } from '../../core/training/history';
import { wordsOf } from '../../names/words0';
import { listed, plural } from '../../shared/text';

const mostNames = 3;

/** What is not finite in a run, and where a loss that was written all along stops being written. */
export function brokenNotes(history: History): readonly string[] {
  const judged = history.series.filter(isTelling);
  const broken = judged.flatMap(series => {
    const state = stateOf(series, history);
    return state === null ? [] : [{ name: series.name, state }];
  });
  const states = [...new Set(broken.map(({ state }) => state))];
  return states.map(state => {
    const names = broken.filter(one => one.state === state).map(({ name }) => name);
    const more = names.length - mostNames;
    const shown = more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names;
    return `${history.name}: ${listed(shown)} ${names.length === 1 ? 'is' : 'are'} ${state}.`;
  });
}

function isTelling({ name, direction }: Series): boolean {
  return direction !== 'none' || wordsOf(name).some(word => word.startsWith('grad'));
}

function stateOf(series: Series, history: History): string | null {
  const { values, rows } = series;
  const first = values.findIndex(value => !Number.isFinite(value));
  if (first < 0) return endOf(series, history);
  const xOf = (i: number): string => `${history.x.name ?? 'row'} ${history.x.values[rows[i]!]!}`;
  const odd = values.filter(value => !Number.isFinite(value)).length;
  const what = values.some(Number.isNaN) ? 'NaN' : 'infinite';
  if (odd === values.length) return `${what} in all ${plural(odd, 'row')}, never a finite number`;
  if (odd === values.length - first) return `${what} from ${xOf(first)} on, to the end`;
  return `${what}, not finite, in ${plural(odd, 'row')}, the first at ${xOf(first)}`;
}

/** Rows of a dense curve's run that must come after its last value before its end is worth a word. */
const fewestAfter = 3;
const dense = 0.8;

function endOf({ direction, rows, values }: Series, { x, series }: History): string | null {
  const last = rows.at(-1) ?? 0;
  const after = x.values.length - 1 - last;
  if (direction !== 'lower' || values.length < dense * (last + 1)) return null;
  if (after < Math.max(fewestAfter, x.values.length / 10)) return null;
  const goesOn = series.find(one => one.rows.length > dense * x.values.length);
  if (goesOn === undefined) return null;
  return `not written after ${x.name ?? 'row'} ${x.values[last]!}, though ${goesOn.name} is`;
}
