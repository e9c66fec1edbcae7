import type { VNode } from 'preact';
import type { RunReport, SeriesReport } from '../../shared/lossReport';
import { grouped } from '../number';
import { Name } from '../parts/name';
import { NumberCell } from '../parts/numberCell';
import { ScrollBox } from '../parts/scrollBox';
import { CopyButtons } from './copyButtons';
import { seriesRows, seriesTitles } from './seriesRows';

const most = 60;
/** Columns of numbers stand last. */
const numbers = 5;

interface Props {
  readonly runs: readonly RunReport[];
}

/** First, last and best of every series. */
export function SeriesTable({ runs }: Props): VNode {
  const all = runs.flatMap(run => run.series.map(series => ({ run, series })));
  const titles = seriesTitles(runs);
  const left = all.length - most;
  return (
    <section class="losses" aria-labelledby="losses-title">
      <div class="head">
        <h2 id="losses-title">Series</h2>
        <div class="toolbar">
          <CopyButtons rows={() => seriesRows(runs)} />
        </div>
      </div>
      <ScrollBox label="Series">
        <table class="loss-table">
          <caption class="unseen">First, last and best value of every series</caption>
          <thead>
            <tr>
              {titles.map((title, i) => (
                <th
                  key={title}
                  scope="col"
                  class={i >= titles.length - numbers ? 'number' : undefined}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.slice(0, most).map(({ run, series }) => (
              <SeriesRow
                key={`${run.name} ${series.name} ${series.split}`}
                run={run}
                series={series}
                withRun={runs.length > 1}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {left > 0 && <p class="quiet">{`${left} more series left out of this table.`}</p>}
    </section>
  );
}

interface RowProps {
  readonly run: RunReport;
  readonly series: SeriesReport;
  readonly withRun: boolean;
}

const measures = ['first', 'last', 'best', 'bestAt'] as const;

function SeriesRow({ run, series, withRun }: RowProps): VNode {
  return (
    <tr>
      {withRun && (
        <td>
          <Name text={run.name} />
        </td>
      )}
      <th scope="row">
        <Name text={series.name} />
      </th>
      <td class="quiet">{series.split ?? ''}</td>
      {measures.map(measure => (
        <SeriesCell key={measure} run={run} series={series} measure={measure} />
      ))}
      <td class="number quiet">{grouped(series.n)}</td>
    </tr>
  );
}

interface CellProps {
  readonly run: RunReport;
  readonly series: SeriesReport;
  readonly measure: (typeof measures)[number];
}

function SeriesCell({ run, series, measure }: CellProps): VNode {
  const hooks = { 'data-model': run.name, 'data-series': series.name, 'data-metric': measure };
  const value = series[measure];
  if (value !== null) return <NumberCell value={value} hooks={hooks} />;
  return (
    <td class="number quiet" {...hooks}>
      {'\u2013'}
    </td>
  );
}
