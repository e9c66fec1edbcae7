import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Figure } from '../../shared/figure';
import { counted } from '../number';
import type { FigureModel } from './figureModel';
import { FigureTable } from './figureTable';
import { HeatTable } from './heatTable';
import { leftOut } from './leftOut';
import { Legend } from './legend';
import { panelViews } from './panelView';
import { PlotCanvas } from './plotCanvas';

interface Props {
  readonly model: FigureModel;
}

/** Draws any figure: legend, panels one below the other, what could not be drawn, the table behind it. */
export function FigureBody({ model }: Props): VNode {
  const { figure, off } = model;
  return (
    <div>
      <div>
        <Legend panels={figure?.panels ?? []} off={off} onToggle={name => model.toggle(name)} />
      </div>
      <div class="panels">{figure !== undefined && <Panels model={model} figure={figure} />}</div>
      <p class="quiet">{figure === undefined ? '' : leftOutText(figure)}</p>
      <div>
        {model.shows('table') && figure !== undefined && <FigureTable table={figure.table} />}
      </div>
    </div>
  );
}

interface PanelsProps extends Props {
  readonly figure: Figure;
}

function Panels({ model, figure }: PanelsProps): VNode {
  const isLarge = model.shows('large');
  const views = useMemo(
    () => panelViews(figure, model.hidden, isLarge),
    [figure, model.off, isLarge],
  );
  return (
    <>
      {views.map((view, i) => (
        <PlotCanvas key={i} group={model.group} view={view} />
      ))}
      {figure.panels.map(
        (panel, i) =>
          panel.kind === 'heat' && (
            <HeatTable key={`heat ${i}`} heat={panel} caption={figure.table.caption} />
          ),
      )}
    </>
  );
}

function leftOutText(figure: Figure): string {
  const left = leftOut(figure);
  return left === 0
    ? ''
    : `${counted(left, 'point')} not drawn: infinite, undefined or below the axis.`;
}
