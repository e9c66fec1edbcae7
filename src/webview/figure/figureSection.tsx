import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { useChanges } from '../changing';
import { ExportMenu } from '../export/exportMenu';
import { Button } from '../parts/button';
import { classOf } from '../parts/classOf';
import { unbroken } from '../parts/words';
import { Controls } from './controls';
import { FigureBody } from './figureBody';
import type { FigureModel } from './figureModel';

interface Props {
  readonly model: FigureModel;
}

/** A figure's place on the page: one of the first, or folded until it is opened. */
export function FigureSection({ model }: Props): VNode {
  useChanges(model);
  useChanges(model.group);
  if (model.isFirst) return <FigureElement model={model} />;
  return (
    <details
      class="section"
      id={`figure:${model.info.id}`}
      open={model.isOpen}
      onToggle={event => model.setOpen(event.currentTarget.open)}
    >
      <summary>
        <h3>{model.info.title}</h3>
        <span class="reading quiet">{model.reading || (model.info.about ?? '')}</span>
      </summary>
      <FigureElement model={model} />
    </details>
  );
}

function FigureElement({ model }: Props): VNode {
  const { info, isFirst, isSaid, problem, isBusy } = model;
  const isLarge = model.shows('large');
  const figure = useRef<HTMLElement>(null);
  return (
    <figure
      ref={figure}
      data-chart={info.id}
      class={classOf('chart', problem !== undefined && 'failed', isLarge && 'large')}
      aria-busy={isBusy ? 'true' : undefined}
    >
      <div class="chart-head">
        <figcaption>
          <h3 class={isFirst ? undefined : 'unseen'}>{info.title}</h3>
          <p class={isSaid ? 'reading unseen' : 'reading'}>{unbroken(model.reading)}</p>
        </figcaption>
        <Toolbar
          model={model}
          onReset={() => {
            model.group.zoomTo(undefined);
            figure.current?.querySelector<HTMLElement>('.plot')?.focus();
          }}
        />
      </div>
      <div id={`${info.id}-controls`}>
        {model.shows('controls') && (
          <Controls
            controls={model.controls}
            prefix={info.id}
            onChange={(id, value) => model.change(id, value)}
          />
        )}
      </div>
      <FigureBody model={model} />
    </figure>
  );
}

interface ToolbarProps extends Props {
  /** Shows the whole of x again. */
  readonly onReset: () => void;
}

function Toolbar({ model, onReset }: ToolbarProps): VNode {
  return (
    <div class="toolbar">
      <Button kind="quiet" hidden={!model.isZoomed} onClick={onReset}>
        Reset zoom
      </Button>
      {model.controls.length > 0 && (
        <Button
          kind="quiet"
          title="What is drawn, and its parameters"
          aria-label={`Adjust: ${model.info.title}`}
          aria-expanded={model.shows('controls')}
          aria-controls={`${model.info.id}-controls`}
          onClick={() => model.toggleShown('controls')}
        >
          Adjust
        </Button>
      )}
      <Button
        kind="quiet"
        title="Show over the whole width"
        aria-label={`Enlarge: ${model.info.title}`}
        aria-pressed={model.shows('large')}
        onClick={() => model.toggleShown('large')}
      >
        Enlarge
      </Button>
      <Button
        kind="quiet"
        title="Show as table"
        aria-label={`Show as table: ${model.info.title}`}
        aria-pressed={model.shows('table')}
        onClick={() => model.toggleShown('table')}
      >
        Table
      </Button>
      <ExportMenu model={model} />
    </div>
  );
}
