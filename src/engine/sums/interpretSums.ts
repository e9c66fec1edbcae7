import { checkParameters } from '../../core/catalogue/checkParameters';
import { RequestError } from '../../readers/readError';
import type { Table } from '../../readers/table';
import type { Roles } from '../../roles/roles';
import { defaultParameters, type Parameters } from '../../shared/metricId';
import { listed } from '../../shared/text';
import type { About } from '../../sums/about';
import { readSums } from '../../sums/result/readSums';
import type { Sums } from '../../sums/result/sums';

/** Sums of a table that was too large to be read: what its own engine returned. */
export interface SumsRead {
  readonly kind: 'sums';
  readonly tables: readonly Table[];
  readonly roles: Roles;
  readonly sums: Sums;
  readonly parameters: Parameters;
  readonly notes: readonly string[];
}

/** Throws a ReadError with the place and what to do. */
export function interpretSums(tables: readonly Table[], parameters: Partial<Parameters>): SumsRead {
  const set = { ...defaultParameters, ...parameters };
  checkParameters(set);
  const sums = readSums(tables);
  if (sums.cells.every(({ status }) => status !== 'used')) {
    throw new RequestError(
      { source: tables[0]!.name },
      'none of the rows that were summed up can be used; compare the columns of the statement with those of the table',
    );
  }
  return {
    kind: 'sums',
    tables,
    roles: rolesOf(sums.about),
    sums,
    parameters: set,
    notes: [
      'These are the sums of a table, not its rows: values with bounds lie within them for certain, all others are exact.',
      ...sums.notes,
    ],
  };
}

function rolesOf(about: About): Roles {
  const { task, target, models, weight, positive, classes } = about;
  const isClasses = task === 'binary' || task === 'multiclass';
  return {
    task,
    target: target === '' ? null : target,
    models: models.map(name => ({
      name,
      ...(isClasses ? { probability: [name] } : { prediction: name }),
    })),
    positive: task === 'binary' ? (positive ?? 'positive') : null,
    classes: classes.length > 0 ? classes : null,
    weight,
    split: null,
    id: null,
    groups: about.by,
    ignored: [],
    history: null,
    reason: `These are sums that a statement of Loss Lens has made: ${listed(models.map(name => `"${name}"`))}${target === '' ? '' : ` against "${target}"`}.`,
    notes: [],
    doubt: null,
  };
}
