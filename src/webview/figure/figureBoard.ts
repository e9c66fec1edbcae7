import type { FigureInfo } from '../../shared/protocol/inspection';
import type { PageContext } from '../context';
import type { Range } from './extent';
import { FigureSection } from './figureSection';
import { PanelGroup } from './panelGroup';

/** Figures that share the axis of the error, so that they line up. */
const errorAxis: ReadonlySet<string> = new Set(['loss-versus-error', 'error-histogram']);

/** All figures of a report: the first two open, the others folded until they are asked for. */
export class FigureBoard {
  readonly first: readonly FigureSection[];
  readonly others: readonly FigureSection[];

  constructor(context: PageContext, figures: readonly FigureInfo[]) {
    const shared = new PanelGroup();
    const sections = figures.map((info, i) => {
      const group = errorAxis.has(info.id) && i < 2 ? shared : new PanelGroup();
      const section = new FigureSection(context, info, group, i < 2);
      listen(group, () => section.zoomChanged());
      return section;
    });
    this.first = sections.slice(0, 2);
    this.others = sections.slice(2);
  }

  get all(): readonly FigureSection[] {
    return [...this.first, ...this.others];
  }

  /** True when the first two figures share their x and must stand above one another. */
  get isLinedUp(): boolean {
    return this.first.length === 2 && this.first.every(section => errorAxis.has(section.id));
  }

  /** Resolves when all figures that can be seen are drawn. */
  async refresh(said: ReadonlySet<string>): Promise<void> {
    await Promise.all(this.all.map(section => section.refresh(said)));
  }

  repaint(): void {
    for (const section of this.all) section.repaint();
  }

  cursorMoved(): void {
    for (const section of this.all) section.body.redraw();
  }

  destroy(): void {
    for (const section of this.all) section.body.destroy();
  }
}

function listen(group: PanelGroup, changed: () => void): void {
  const before = group.onZoom;
  group.onZoom = (range: Range | undefined) => {
    before?.(range);
    changed();
  };
}
