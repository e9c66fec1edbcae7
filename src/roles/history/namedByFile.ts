import type { Series } from '../../core/training/history';
import { fileStem } from '../../names/fileStem';
import { termsOf } from '../../names/wordsOf';
import { withContextSplits } from './contextSplits';
import { fileNameParts } from './fileNameParts';
import { readSeriesName } from './seriesName';
import type { TableRun } from './tableRuns';

/**
 * The curves of each file under names that tell them apart. A column called `Value`, or an array named after
 * its file, is called what the file's name says; a name that several files use gets the word that differs:
 * `learn_RMSE`.
 */
export function renamedByFile(files: readonly TableRun[]): readonly (readonly Series[])[] {
  const clashing = clashes(files);
  const named = files.map(({ table, history }) => {
    const { curve } = fileNameParts(table.name);
    const split = readSeriesName(curve).split;
    return history.series.map(series => {
      const renamed = isNameless(series, table.name, history.series.length)
        ? nameless(series, table.name)
        : { ...series, split: splitBy(series, split) };
      return clashing.has(series.name) && curve !== '' && renamed.name === series.name
        ? { ...renamed, name: `${splitWordOf(curve)}_${series.name}` }
        : renamed;
    });
  });
  return regrouped(withContextSplits(named.flat()), named);
}

function regrouped<T>(
  flat: readonly T[],
  like: readonly (readonly T[])[],
): readonly (readonly T[])[] {
  let start = 0;
  return like.map(group => {
    const own = flat.slice(start, start + group.length);
    start += group.length;
    return own;
  });
}

/** The file's split counts for bare names only: `loss` in `fashion_val.csv`, not `train_loss`. */
function splitBy(series: Series, split: Series['split']): Series['split'] {
  if (split === null) return series.split;
  const bare = /^(loss|losses)$/i.test(series.name.trim());
  return series.split === null || bare ? split : series.split;
}

function clashes(files: readonly TableRun[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { history } of files)
    for (const { name } of history.series) seen.set(name, (seen.get(name) ?? 0) + 1);
  return new Set([...seen].filter(([, count]) => count > 1).map(([name]) => name));
}

const namelessNames = /^(value|values|scalar|data|array|arr_0|0|column 1)$/i;

function isNameless({ name }: Series, fileName: string, count: number): boolean {
  if (count > 1) return false;
  return namelessNames.test(name) || name === fileStem(fileName) || name === fileName;
}

function nameless(series: Series, fileName: string): Series {
  const { curve } = fileNameParts(fileName);
  const name = curve === '' ? fileStem(fileName) : curve;
  return { ...series, name, ...readSeriesName(name) };
}

/** `learn` of `learn_error`; the whole where it holds no split word. */
function splitWordOf(curve: string): string {
  const parts = termsOf(curve).map(({ start, end }) => curve.slice(start, end));
  return parts.find(namesSplitAlone) ?? curve;
}

function namesSplitAlone(part: string): boolean {
  const { split, quantity } = readSeriesName(part);
  return split !== null && quantity === 'loss';
}
