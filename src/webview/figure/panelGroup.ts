import { Changing } from '../changing';
import type { Range } from './extent';
import type { Gutter } from './options';

export interface GroupMember {
  /** Draws again with the group's widths and stretch of x. */
  relayout(): void;
}

/** Panels that stand above one another and share x: equal axis widths, one zoom; its changes are those of the zoom. */
export class PanelGroup extends Changing implements Gutter {
  readonly #members = new Set<GroupMember>();
  readonly #widths = { left: 0, right: 0 };
  #zoom: { readonly axis: string; readonly range: Range } | undefined;
  #scheduled = false;

  join(member: GroupMember): void {
    this.#members.add(member);
  }

  leave(member: GroupMember): void {
    this.#members.delete(member);
  }

  get isZoomed(): boolean {
    return this.#zoom !== undefined;
  }

  /** The zoomed stretch of whichever x it is. */
  get range(): Range | undefined {
    return this.#zoom?.range;
  }

  /** The zoomed stretch of the x axis with this label; panels over another x are left as they are. */
  zoomOf(axis: string): Range | undefined {
    return this.#zoom?.axis === axis ? this.#zoom.range : undefined;
  }

  get right(): number {
    return this.#widths.right;
  }

  zoomTo(range: Range | undefined, axis = ''): void {
    this.#zoom = range === undefined ? undefined : { axis, range };
    this.changed();
    this.#schedule();
  }

  fit(side: 'left' | 'right', needed: number): number {
    if (needed > this.#widths[side]) {
      this.#widths[side] = Math.ceil(needed);
      if (this.#members.size > 1) this.#schedule();
    }
    return this.#widths[side];
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const member of this.#members) member.relayout();
    });
  }
}
