import type { VNode } from 'preact';
import { bestModels, tellingBaseline, titleOf } from '../../shared/lossRows';
import { counted } from '../number';
import { Name } from '../parts/name';
import { NumberCell } from '../parts/numberCell';
import { LossCell } from './lossCell';
import { LossDetails } from './lossDetails';
import type { LossModel } from './lossModel';
import { LossName } from './lossName';
import { whiskerScale } from './whisker';

interface Props {
  readonly model: LossModel;
}

/** The table of losses with a row for each model, for more models than fit beside one another. */
export function ModelRowsTable({ model }: Props): VNode {
  const { metrics, models } = model;
  const columns = metrics.map(metric => ({
    metric,
    best: bestModels(models, metric),
    scale: whiskerScale(models, metric.id),
    baseline: tellingBaseline(models, metric.id),
  }));
  const opened = metrics.filter(({ id }) => model.isOpen(id));
  return (
    <>
      <table class="loss-table">
        <caption class="unseen">
          Losses, one row for each model. The best of each column is marked.
        </caption>
        <thead>
          <tr>
            <th scope="col">Model</th>
            {metrics.map(metric => (
              <th key={metric.id} scope="col" class="number wrapped">
                <LossName model={model} metric={metric} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((one, i) => (
            <tr key={titleOf(one)}>
              <th scope="row">
                <Name text={titleOf(one)} />
                <span class="second">{counted(one.n, 'row')}</span>
              </th>
              {columns.map(({ metric, best, scale }) => (
                <LossCell
                  key={metric.id}
                  model={one}
                  metric={metric}
                  isBest={best.has(i)}
                  scale={scale}
                />
              ))}
            </tr>
          ))}
          {columns.some(({ baseline }) => baseline !== undefined) && (
            <tr>
              <th scope="row" class="quiet">
                Best constant
              </th>
              {columns.map(({ metric, baseline }) =>
                baseline === undefined ? (
                  <td key={metric.id} />
                ) : (
                  <NumberCell key={metric.id} value={baseline} class="number quiet" />
                ),
              )}
            </tr>
          )}
        </tbody>
      </table>
      {opened.map(metric => (
        <LossDetails key={metric.id} metric={metric} models={models} />
      ))}
    </>
  );
}
