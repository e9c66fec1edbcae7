import type { Finding } from './lossReport';
import type { GroupReport, SliceReport } from './sliceReport';

/** What the engine answers when it is asked where the models fail. */
export interface SlicesFound {
  readonly models: readonly {
    readonly name: string;
    readonly split: string | null;
    readonly slices: readonly SliceReport[];
  }[];
  /** Of the columns that were asked for. */
  readonly groups: readonly GroupReport[];
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}
