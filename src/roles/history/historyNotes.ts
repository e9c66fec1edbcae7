import type { History, Series } from '../../core/training/history';
import { judgedSeries } from '../../core/training/judgedSeries';
import { listed, plural } from '../../shared/text';
import { holdsNumbers } from './headerRows';
import type { TableRun } from './tableRuns';

/** What a person should know about how the logs were read, in whole sentences. */
export function historyNotes(
  runs: readonly TableRun[],
  histories: readonly History[],
): readonly string[] {
  return [
    ...restartNotes(runs),
    ...repeatNotes(runs),
    ...timeNotes(runs),
    ...histories.flatMap(history => [
      ...rowNotes(history),
      ...percentNotes(history),
      ...lateNotes(history),
      ...testNotes(history),
    ]),
  ];
}

function restartNotes(runs: readonly TableRun[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { table, part } of runs) if (part !== null) counts.set(table.name, part);
  return [...counts].map(
    ([name, count]) =>
      `${name}: the log starts again ${plural(count - 1, 'time')}, so it is shown as ${count} runs.`,
  );
}

function repeatNotes(runs: readonly TableRun[]): readonly string[] {
  const repeated = new Map(runs.map(({ table, repeated: rows }) => [table.name, rows]));
  return [
    ...[...repeated].flatMap(([name, rows]) =>
      rows === 0
        ? []
        : [
            `${name}: ${plural(rows, 'row')} ${rows === 1 ? 'says' : 'say'} again what the row before ${rows === 1 ? 'it' : 'them'} says, as several processes do that write one log, and ${rows === 1 ? 'is' : 'are'} left out.`,
          ],
    ),
    ...runs.flatMap(({ history: { name, x }, resumedAt, toldAgain }) => [
      ...resumedAt.map(
        at =>
          `${name}: the log goes back to ${x.name ?? 'row'} ${at} and on from there, so its later part counts.`,
      ),
      ...(toldAgain === 0
        ? []
        : [
            `${name}: ${plural(toldAgain, 'row')} ${toldAgain === 1 ? 'tells' : 'tell'} of an earlier ${x.name ?? 'row'} again and ${toldAgain === 1 ? 'is' : 'are'} left out.`,
          ]),
    ]),
  ];
}

function rowNotes({ x, name, series }: History): readonly string[] {
  if (x.name !== null || series.every(({ values }) => values.length < 2)) return [];
  return [
    `${name}: no column counts epochs, steps or time, so the curves are drawn over the number of the row.`,
  ];
}

/** A measure whose cells are times is a column that slipped: the row has fewer values than the header. */
function timeNotes(runs: readonly TableRun[]): readonly string[] {
  const tables = [...new Set(runs.map(({ table }) => table))];
  return tables.flatMap(table =>
    table.columns
      .filter(
        column => column.kind === 'time' && !/time|date|elapsed|duration|eta/i.test(column.name),
      )
      .filter(holdsNumbers)
      .map(
        ({ name }) => `${table.name}: column "${name}" holds times and is not drawn as a curve.`,
      ),
  );
}

function percentNotes({ series }: History): readonly string[] {
  const scores = series.filter(({ direction }) => direction === 'higher');
  const percents = scores.filter(isPercent);
  const fractions = scores.filter(score => !isPercent(score) && isFraction(score));
  if (percents.length === 0 || fractions.length === 0) return [];
  return [
    `${listed(percents.map(({ name }) => name))} count in percent, ${listed(fractions.map(({ name }) => name))} in fractions of 1.`,
  ];
}

function isPercent({ values, quantity }: Series): boolean {
  return /acc|top|precision|recall|f1|map|iou|dice|auc/.test(quantity) && someAbove(values, 1.5);
}

function someAbove(values: Float64Array, limit: number): boolean {
  return values.some(value => value > limit && value <= 100);
}

function isFraction({ values }: Series): boolean {
  return values.every(value => !Number.isFinite(value) || (value >= -1 && value <= 1));
}

/** Curves that begin late in a log whose other curves are there from the start. */
function lateNotes({ series, x, name }: History): readonly string[] {
  const rows = x.values.length;
  const full = series.some(({ values }) => values.length === rows);
  const late = series.filter(one => full && startsLate(one, rows));
  if (late.length === 0) return [];
  const from = x.values[late[0]!.rows[0]!];
  return [
    `${name}: ${listed(late.map(one => one.name))} ${late.length === 1 ? 'starts' : 'start'} at ${x.name ?? 'row'} ${from}.`,
  ];
}

function startsLate({ rows, values }: Series, count: number): boolean {
  const first = rows[0] ?? 0;
  return first > 2 && first > count / 10 && values.length === count - first;
}

function testNotes(history: History): readonly string[] {
  const { series, name } = history;
  if (series.some(({ split }) => split === 'validation')) return [];
  const { validation, train } = judgedSeries(history);
  if (validation === null || train === null) return [];
  return [
    `${name}: there is no validation loss, so ${validation.name} is judged in its place. An epoch chosen by the test data makes the test result look better than it is.`,
  ];
}
