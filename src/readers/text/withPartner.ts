import { roleOfName } from '../../names/names';
import type { Column, Table } from '../table';
import { roleHint } from './roleHint';

/**
 * The table with the target or the prediction that its neighbour leaves no doubt about. Columns that were
 * written or printed side by side belong together even when their values are far apart.
 */
export function withPartner(table: Table): Table {
  if (table.history === true) return table;
  const known = targetOfPredictions(table.columns) ?? predictionOfTarget(table.columns);
  return known === undefined ? table : { ...table, known };
}

/** The only numbers without a telling name beside columns that are called predictions. */
function targetOfPredictions(columns: readonly Column[]): Table['known'] {
  const hints = columns.map(({ name }) => roleHint(name));
  const predicted = columns.some(({ name }) => {
    const said = roleOfName(name);
    return said?.role === 'prediction' && said.strength === 3;
  });
  if (!predicted || hints.includes('target') || hints.includes('error')) return undefined;
  const [only, ...more] = columns.filter(isNameless);
  return only === undefined || more.length > 0 ? undefined : { target: only.name };
}

/** `ys` beside the target `ts`: names that differ in one letter. */
function predictionOfTarget(columns: readonly Column[]): Table['known'] {
  const targets = columns.filter(({ name }) => roleHint(name) === 'target');
  const [target, ...more] = targets;
  if (target === undefined || more.length > 0) return undefined;
  if (columns.some(({ name }) => roleHint(name) === 'prediction')) return undefined;
  const twin = columns.find(one => isNameless(one) && differByOne(one.name, target.name));
  return twin === undefined ? undefined : { predictions: [twin.name] };
}

const inputName = /(?:^|\.)(?:xs?|features?|inputs?|times?|t|i|n)$/i;

/** Numbers whose name says nothing and that do not count upwards. */
function isNameless({ name, kind, numbers }: Column): boolean {
  if (kind !== 'number' || roleOfName(name) !== null || inputName.test(name)) return false;
  return !numbers.every((value, row) => row === 0 || value === numbers[row - 1]! + 1);
}

function differByOne(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  return [...a].filter((letter, i) => letter !== b[i]).length === 1;
}
