import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ModelReport } from '../../shared/lossReport';
import type { MetricId } from '../../shared/metricId';
import type { Bin, NumberBin } from '../../shared/protocol/inspection';
import { useChanges } from '../changing';
import { usePage } from '../context';
import { shown } from '../number';
import { Button } from '../parts/button';
import { LabelledSelect, type SelectOption } from '../parts/labelledSelect';
import type { WorstFilter, WorstModel } from './worstModel';
import { WorstTable } from './worstTable';

const maxClasses = 200;

interface Props {
  readonly model: WorstModel;
}

/** The rows that cost most, by any loss and model; each goes to its line. */
export function WorstRows({ model }: Props): VNode {
  useChanges(model);
  const section = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    model.onShown = () => {
      title.current?.focus({ preventScroll: true });
      section.current?.scrollIntoView();
    };
  }, [model]);
  return (
    <section ref={section} class="worst" aria-labelledby="worst-title">
      <div class="head">
        <h2 ref={title} id="worst-title" tabIndex={-1}>
          Worst rows
        </h2>
      </div>
      <Filters model={model} title={title} />
      <p class="quiet" role="status">
        {model.countText}
      </p>
      <div>
        {model.problem !== undefined && <p class="quiet">{model.problem}</p>}
        {model.problem === undefined && model.rows !== undefined && (
          <WorstTable rows={model.rows} model={model.model?.name} other={model.other} />
        )}
      </div>
    </section>
  );
}

interface FiltersProps extends Props {
  readonly title: RefObject<HTMLElement | null>;
}

const optionOf = (name: string): SelectOption => ({ value: name, label: name });

function Filters({ model, title }: FiltersProps): VNode {
  const { names, ranking, inspection } = model;
  const { report } = inspection;
  const classes = report.roles.classes ?? [];
  return (
    <div class="controls">
      {names.length > 1 && (
        <Filter
          model={model}
          id="worst-versus"
          label="Compared to"
          options={[{ value: '', label: 'none' }, ...names.map(optionOf)]}
        />
      )}
      {ranking.length > 0 && (
        <Filter
          model={model}
          id="worst-metric"
          label="By"
          options={ranking.map(({ id, name }) => ({ value: id, label: name }))}
          otherwise={usualMetric(model.model)}
        />
      )}
      {classes.length > 0 && (
        <Filter
          model={model}
          id="worst-class"
          label="Class"
          options={[{ value: '', label: 'all' }, ...classes.slice(0, maxClasses).map(optionOf)]}
        />
      )}
      <ChosenBin model={model} title={title} />
    </div>
  );
}

interface FilterProps extends Props {
  readonly id: WorstFilter;
  readonly label: string;
  readonly options: readonly SelectOption[];
  /** What is chosen as long as nobody has. */
  readonly otherwise?: string;
}

function Filter({ model, id, label, options, otherwise }: FilterProps): VNode {
  const chosen = model.value(id) ?? otherwise;
  const value = options.some(option => option.value === chosen) ? chosen : options[0]?.value;
  return (
    <LabelledSelect
      id={id}
      label={label}
      options={options}
      value={value ?? ''}
      onChoose={value => model.choose(id, value)}
    />
  );
}

function ChosenBin({ model, title }: FiltersProps): VNode | null {
  const page = usePage();
  const { bin } = model;
  if (bin === undefined) return null;
  const { choices } = model.inspection;
  return (
    <span class="field">
      {binText(bin)}
      <Button
        kind="secondary"
        onClick={() => {
          model.leaveBin();
          title.current?.focus();
        }}
      >
        Show All Rows
      </Button>
      {bin.by === 'group' && (
        <Button
          kind="secondary"
          onClick={() =>
            page.post({
              type: 'configure',
              choices: { ...choices, scope: [...(choices.scope ?? []), ...bin.where] },
            })
          }
        >
          Report on These Rows
        </Button>
      )}
    </span>
  );
}

/** By what the report ranks the rows of a model. */
function usualMetric(model: ModelReport | undefined): MetricId {
  const [row] = model?.worst ?? [];
  if (row?.probability !== undefined) return 'log_loss';
  return typeof row?.error === 'number' ? 'mse' : 'zero_one';
}

const binNames: Readonly<Record<NumberBin['by'], string>> = {
  error: 'Only errors',
  probability: 'Only probabilities',
};

function binText(bin: Bin): string {
  if (bin.by === 'group') return `Only rows where ${bin.text}`;
  const { by, from, to, closed } = bin;
  return `${binNames[by]} from ${shown(from)} ${closed ? 'to' : 'up to'} ${shown(to)}`;
}
