import type { Figure, Plot } from '../../shared/figure';
import { type Range, xRange } from './extent';
import { plotsOf } from './hiddenMarks';

const baseHeight = 280;
const largeHeight = 480;
/** What the labels of an x axis take, which only the lowest panel over it has. */
const labelHeight = 20;

/** How one panel of a figure is drawn. */
export interface PanelView {
  readonly plot: Plot;
  readonly hidden: ReadonlySet<string>;
  /** The stretch of x without zoom. */
  readonly x: Range;
  readonly labelled: boolean;
  readonly height: number;
  /** Said by screen readers in place of the picture. */
  readonly description: string;
}

/** The panels of a figure with axes, one below the other. */
export function panelViews(
  figure: Figure,
  hidden: ReadonlySet<string>,
  isLarge = false,
): readonly PanelView[] {
  const plots = plotsOf(figure);
  const description = `${figure.title}. ${figure.reading}`;
  return plots.map((plot, i) => {
    const labelled = plots[i + 1]?.x.label !== plot.x.label;
    const whole = isLarge ? largeHeight : baseHeight;
    const height = Math.round(whole * (plot.share ?? 1)) - (labelled ? 0 : labelHeight);
    return {
      plot,
      hidden,
      x: rangeOf(plot, plots),
      labelled,
      height: Math.max(labelled ? 140 : 96, height),
      description,
    };
  });
}

/** The stretch of x of all panels over the same axis. */
export function rangeOf(plot: Plot, plots: readonly Plot[]): Range {
  return xRange(plots.filter(other => other.x.label === plot.x.label));
}
