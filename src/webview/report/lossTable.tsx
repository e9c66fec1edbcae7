import type { VNode } from 'preact';
import type { ModelReport } from '../../shared/lossReport';
import { bestModels, copiedRows, lossTexts, sharedBaseline, titleOf } from '../../shared/lossRows';
import type { MetricInfo } from '../../shared/protocol/inspection';
import { useChanges } from '../changing';
import { counted, whole } from '../number';
import { Button } from '../parts/button';
import { Sentence } from '../parts/lineButton';
import { Name } from '../parts/name';
import { NumberCell } from '../parts/numberCell';
import { ScrollBox } from '../parts/scrollBox';
import { CopyButtons } from './copyButtons';
import { directions } from './directions';
import { LossCell } from './lossCell';
import { LossDetails } from './lossDetails';
import type { LossModel } from './lossModel';

const maxComparisons = 3;

interface Props {
  readonly model: LossModel;
}

/** The table of losses, models as columns, with what the models' differences say. */
export function LossTable({ model }: Props): VNode {
  useChanges(model);
  const { comparisons } = model;
  const left = comparisons.length - maxComparisons;
  return (
    <section class="losses" aria-labelledby="losses-title">
      <div class="head">
        <h2 id="losses-title">Losses</h2>
        <Toolbar model={model} />
      </div>
      <ScrollBox label="Losses">
        <Table model={model} />
      </ScrollBox>
      {comparisons.slice(0, maxComparisons).map(text => (
        <p key={text} class="quiet">
          <Sentence text={text} />
        </p>
      ))}
      {left > 0 && <p class="quiet">{`${left} more comparisons left out.`}</p>}
    </section>
  );
}

function Toolbar({ model }: Props): VNode {
  return (
    <div class="toolbar">
      <CopyButtons
        rows={() => copiedRows(model.models, model.metrics)}
        texts={() => lossTexts(model.models, model.metrics, whole)}
      />
      {model.hasMore && (
        <Button kind="quiet" id="all-losses" onClick={() => model.toggleAll()}>
          {model.showsAll ? 'Fewer Losses' : 'All Losses'}
        </Button>
      )}
    </div>
  );
}

function Table({ model }: Props): VNode {
  const { metrics, models } = model;
  const withBaseline = metrics.some(metric => sharedBaseline(models, metric.id) !== undefined);
  return (
    <table class="loss-table">
      <caption class="unseen">
        Losses, one column for each model. The best of each row is marked.
      </caption>
      <thead>
        <tr>
          <th scope="col">
            Loss
            {models.some(({ intervals }) => intervals !== undefined) && (
              <span class="second">95 % interval below</span>
            )}
          </th>
          {models.map(one => (
            <ModelHead key={titleOf(one)} model={one} />
          ))}
          {withBaseline && (
            <th scope="col" class="number" title={baselineTitle}>
              Baseline
              <span class="second">best constant</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {metrics.map(metric => (
          <MetricRows key={metric.id} model={model} metric={metric} withBaseline={withBaseline} />
        ))}
      </tbody>
    </table>
  );
}

const baselineTitle =
  'What the best constant prediction would cost: the mean, the median or the class frequencies of the target';

function ModelHead({ model }: { readonly model: ModelReport }): VNode {
  const rows = counted(model.n, 'row');
  return (
    <th scope="col" class="number">
      <Name text={model.name} />
      <span class="second">{model.split === null ? rows : `${model.split}, ${rows}`}</span>
    </th>
  );
}

interface MetricRowsProps extends Props {
  readonly metric: MetricInfo;
  readonly withBaseline: boolean;
}

function MetricRows({ model, metric, withBaseline }: MetricRowsProps): VNode {
  const { models } = model;
  const best = bestModels(models, metric);
  const open = model.isOpen(metric.id);
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            class="disclose"
            id={`loss:${metric.id}`}
            aria-expanded={open}
            onClick={() => model.toggle(metric.id)}
          >
            <span>
              {`${metric.name}\u00a0`}
              <DirectionSign metric={metric} />
            </span>
          </button>
        </th>
        {models.map((one, i) => (
          <LossCell key={titleOf(one)} model={one} metric={metric} isBest={best.has(i)} />
        ))}
        {withBaseline && <BaselineCell value={sharedBaseline(models, metric.id)} />}
      </tr>
      {open && (
        <tr class="detail">
          <td colSpan={models.length + (withBaseline ? 2 : 1)}>
            <LossDetails metric={metric} models={models} />
          </td>
        </tr>
      )}
    </>
  );
}

function DirectionSign({ metric }: { readonly metric: MetricInfo }): VNode {
  const { sign, text } = directions[metric.direction];
  return (
    <span class="direction" title={text} role="img">
      {sign}
    </span>
  );
}

function BaselineCell({ value }: { readonly value: number | undefined }): VNode {
  return value === undefined ? <td /> : <NumberCell value={value} class="number quiet" />;
}
