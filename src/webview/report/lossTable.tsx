import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { ModelReport } from '../../shared/lossReport';
import { bestModels, copiedRows, lossTexts, tellingBaseline, titleOf } from '../../shared/lossRows';
import type { MetricInfo } from '../../shared/protocol/inspection';
import { useChanges, useHeld } from '../changing';
import { usePage } from '../context';
import { counted, whole } from '../number';
import { Button } from '../parts/button';
import { classOf } from '../parts/classOf';
import { Disclosure } from '../parts/disclosure';
import { Sentence } from '../parts/lineButton';
import { Name } from '../parts/name';
import { NumberCell } from '../parts/numberCell';
import { ScrollBox } from '../parts/scrollBox';
import { useWidth } from '../parts/useWidth';
import { CopyButtons } from './copyButtons';
import { LossCell } from './lossCell';
import { LossDetails } from './lossDetails';
import type { LossModel } from './lossModel';
import { LossName } from './lossName';
import { ModelRowsTable } from './modelRowsTable';
import { tableShape } from './tableShape';
import { whiskerScale } from './whisker';

const maxComparisons = 12;

interface Props {
  readonly model: LossModel;
}

/** The table of losses, models as columns, with what the models' differences say. */
export function LossTable({ model }: Props): VNode {
  useChanges(model);
  const { comparisons } = model;
  return (
    <section class="losses" aria-labelledby="losses-title">
      <div class="head">
        <h2 id="losses-title">Losses</h2>
        <Toolbar model={model} />
      </div>
      <Table model={model} />
      {comparisons.length > 0 && <Comparisons texts={comparisons} />}
    </section>
  );
}

/** What the paired intervals say of each two models. */
function Comparisons({ texts }: { readonly texts: readonly string[] }): VNode {
  const left = texts.length - maxComparisons;
  return (
    <Disclosure name="comparisons" summary={<span class="quiet">Model against model</span>}>
      {texts.slice(0, maxComparisons).map(text => (
        <p key={text} class="quiet">
          <Sentence text={text} />
        </p>
      ))}
      {left > 0 && <p class="quiet">{`${left} more comparisons left out.`}</p>}
    </Disclosure>
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

/** Models as columns, as rows, or one at a time, as there is room. */
function Table({ model }: Props): VNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { metrics, models } = model;
  const withBaseline = metrics.some(metric => tellingBaseline(models, metric.id) !== undefined);
  const shape = tableShape(width, {
    models: models.length,
    extra: Number(withBaseline),
  });
  return (
    <div ref={box}>
      <ScrollBox label="Losses">
        {shape === 'rows' ? (
          <ModelRowsTable model={model} />
        ) : (
          <ModelColumnsTable model={model} withBaseline={withBaseline} isOne={shape === 'one'} />
        )}
      </ScrollBox>
    </div>
  );
}

interface ColumnsProps extends Props {
  readonly withBaseline: boolean;
  /** Whether the model in focus is shown alone; the others are there, out of sight. */
  readonly isOne: boolean;
}

function ModelColumnsTable({ model, withBaseline, isOne }: ColumnsProps): VNode {
  const { metrics, models } = model;
  const focus = useHeld(usePage().focus, asIs) ?? 0;
  const isAside = (i: number): boolean => isOne && i !== focus;
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
          {models.map((one, i) => (
            <ModelHead key={titleOf(one)} model={one} isAside={isAside(i)} />
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
          <MetricRows
            key={metric.id}
            model={model}
            metric={metric}
            withBaseline={withBaseline}
            isAside={isAside}
          />
        ))}
      </tbody>
    </table>
  );
}

const asIs = (value: number | null): number | null => value;

const baselineTitle =
  'What the best constant prediction would cost: the mean, the median or the class frequencies of the target';

interface ModelHeadProps {
  readonly model: ModelReport;
  readonly isAside: boolean;
}

function ModelHead({ model, isAside }: ModelHeadProps): VNode {
  const rows = counted(model.n, 'row');
  return (
    <th scope="col" class={classOf('number', isAside && 'aside')}>
      <Name text={model.name} />
      <span class="second">{model.split === null ? rows : `${model.split}, ${rows}`}</span>
    </th>
  );
}

interface MetricRowsProps extends Props {
  readonly metric: MetricInfo;
  readonly withBaseline: boolean;
  readonly isAside: (model: number) => boolean;
}

function MetricRows({ model, metric, withBaseline, isAside }: MetricRowsProps): VNode {
  const { models } = model;
  const best = bestModels(models, metric);
  const scale = whiskerScale(models, metric.id);
  return (
    <>
      <tr>
        <th scope="row">
          <LossName model={model} metric={metric} />
        </th>
        {models.map((one, i) => (
          <LossCell
            key={titleOf(one)}
            model={one}
            metric={metric}
            isBest={best.has(i)}
            scale={scale}
            isAside={isAside(i)}
          />
        ))}
        {withBaseline && <BaselineCell value={tellingBaseline(models, metric.id)} />}
      </tr>
      {model.isOpen(metric.id) && (
        <tr class="detail">
          <td colSpan={models.length + (withBaseline ? 2 : 1)}>
            <LossDetails metric={metric} models={models} />
          </td>
        </tr>
      )}
    </>
  );
}

function BaselineCell({ value }: { readonly value: number | undefined }): VNode {
  return value === undefined ? <td /> : <NumberCell value={value} class="number quiet" />;
}
