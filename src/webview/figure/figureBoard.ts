import type { FigureInfo, Inspection } from '../../shared/protocol/inspection';
import type { PageContext } from '../context';
import { FigureModel } from './figureModel';
import { PanelGroup } from './panelGroup';

/** How many figures are open at once. */
const open = 2;

/** All figures of a report: the first two open, the others folded until they are asked for. */
export class FigureBoard {
  readonly all: readonly FigureModel[];

  private constructor(all: readonly FigureModel[]) {
    this.all = all;
    for (const one of all) {
      one.onShared = id => {
        for (const other of all) if (other !== one) other.follow(id);
      };
    }
  }

  /** The figures of a report; those of the board `before` that stand in the same place stay what they are. */
  static of(
    context: PageContext,
    { figures }: Inspection,
    before: FigureBoard | undefined,
  ): FigureBoard {
    const shared = before?.all.find(isLinked)?.group ?? new PanelGroup();
    const modelOf = (info: FigureInfo, isFirst: boolean): FigureModel => {
      const same = before?.all.find(one => one.info.id === info.id && one.isFirst === isFirst);
      if (same !== undefined) return same.belongsTo(info);
      const group = isFirst && info.sharedAxis !== undefined ? shared : new PanelGroup();
      return new FigureModel(context, info, group, isFirst);
    };
    return new FigureBoard(figures.map((info, i) => modelOf(info, i < open)));
  }

  get first(): readonly FigureModel[] {
    return this.all.filter(({ isFirst }) => isFirst);
  }

  get others(): readonly FigureModel[] {
    return this.all.filter(({ isFirst }) => !isFirst);
  }

  /** True when the first two figures share their x and must stand above one another. */
  get isLinedUp(): boolean {
    return this.first.length === open && this.first.every(isLinked);
  }

  /** Draws all figures that can be seen anew, for another model. */
  refocus(): void {
    for (const figure of this.all) figure.refocus();
  }

  /** Resolves when all figures that can be seen are drawn. */
  async refresh(inspection: Inspection, said: ReadonlySet<string>): Promise<void> {
    await Promise.all(this.all.map(figure => figure.refresh(inspection, said)));
  }
}

const isLinked = ({ info, isFirst }: FigureModel): boolean =>
  isFirst && info.sharedAxis !== undefined;
