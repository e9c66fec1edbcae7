import type { Sql } from './statement/sql';

/** How one column of the result comes about, and how it is added to that of another result. */
export interface SumColumn {
  /** Ends in `_`, so that it is nobody's column. */
  readonly name: string;
  /** `weighed` is added up times the weight of the row, `counted` without; `same` is one number for all rows. */
  readonly of: 'weighed' | 'counted' | 'least' | 'greatest' | 'same';
  /** Of one row, of the columns that `rowColumns` has made of it. */
  readonly sql: (sql: Sql) => string;
}

/** What the rows of the result stand for: rows of the table that share these, and the group and the model. */
export interface Layout {
  /** Whole numbers; `sql` is of the columns that `rowColumns` has made of a row. */
  readonly keys: readonly { readonly name: string; readonly sql: (sql: Sql) => string }[];
  readonly sums: readonly SumColumn[];
}
