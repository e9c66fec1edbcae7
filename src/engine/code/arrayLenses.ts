import { definitionOf } from '../../core/catalogue/catalogue';
import { roleOfName } from '../../names/names';
import type { Table } from '../../readers/table';
import type { ArrayBlock } from '../../readers/text/arrayBlock';
import { findLiterals } from '../../readers/text/findLiterals';
import { arraysIn, tableOfArrays } from '../../readers/text/readArrays';
import { sourceStyleOf } from '../../readers/text/sourceStyle';
import type { MetricId } from '../../shared/metricId';
import type { ArrayLens } from '../../shared/protocol/code';
import { significant } from '../../shared/text';
import { interpret } from '../interpret';
import { reportOf } from '../report';

const longest = 400_000;
const mostModels = 2;
const fewestRows = 3;
const shown: readonly MetricId[] = ['mse', 'mae', 'log_loss', 'accuracy'];

/**
 * The losses of the arrays that are written out in a source text, above the first of them; none where the
 * text holds no predictions, or is too long to be looked at after every change.
 */
export function arrayLenses(name: string, text: string): readonly ArrayLens[] {
  if (text.length > longest) return [];
  try {
    return lensesOf(name, text);
  } catch {
    // Most source texts hold no numbers: there is nothing to say.
    return [];
  }
}

function lensesOf(name: string, text: string): readonly ArrayLens[] {
  const table = namedArrays(name, text);
  if (table === undefined) return [];
  const interpretation = interpret([table], {});
  const { task, models } = reportOf(interpretation, [table], { worst: 0 });
  if (task === 'training' || models.length === 0) return [];
  const line = table.lineOf(0);
  if (line === null) return [];
  const texts = models.slice(0, mostModels).map(model => {
    const values = shown.flatMap(id => {
      const value = model.values[id];
      return typeof value === 'number' ? [`${definitionOf(id).name} ${significant(value)}`] : [];
    });
    const title = models.length > 1 ? `${model.name}: ` : '';
    return `${title}${values.slice(0, 2).join(' \u00b7 ')}`;
  });
  return [{ line, text: texts.join('; ') }];
}

/**
 * Lists whose names say outright that they are predictions and targets, or errors. Other numbers of a source
 * text say nothing.
 */
function namedArrays(name: string, text: string): Table | undefined {
  const arrays = arraysIn(findLiterals(text, 1, sourceStyleOf(name)));
  const { best } = arrays;
  if (best === undefined || best.history || best.rows < fewestRows) return undefined;
  const roles = new Set(best.blocks.map(plainRole));
  const isPair = roles.has('target') && roles.has('prediction');
  return isPair || roles.has('error') ? tableOfArrays(name, arrays) : undefined;
}

/** What the name of a list says outright. */
function plainRole({ name, from }: ArrayBlock): string | undefined {
  const role = name === null || from === 'scalar' || from === 'argument' ? null : roleOfName(name);
  if (role === null || role.strength < 2) return undefined;
  return role.role === 'probability' ? 'prediction' : role.role;
}
