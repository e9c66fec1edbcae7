import { definitionOf } from '../core/catalogue/catalogue';
import { shortened } from '../core/modelTitle';
import type { ModelReport } from '../shared/lossReport';
import { type MetricId, metricIds } from '../shared/metricId';
import { listed, plural } from '../shared/text';

/** More sentences than these are not read; the notes stand beside their values too. */
const maxNotes = 5;
const maxNames = 4;

interface Noted {
  readonly note: string;
  readonly metrics: ReadonlySet<MetricId>;
  readonly models: ReadonlySet<string>;
}

/** What was done to get the values, one sentence for all metrics and models it holds for. */
export function modelNotes(models: readonly ModelReport[]): readonly string[] {
  const noted = [...grouped(models).values()];
  const told = noted.slice(0, maxNotes).map(one => sentence(one, models.length > 1));
  const left = noted.length - told.length;
  return left > 0
    ? [...told, `${plural(left, 'more note')} of this kind stand beside the losses.`]
    : told;
}

/** By their text; those of the log loss come first. */
function grouped(models: readonly ModelReport[]): ReadonlyMap<string, Noted> {
  const found = new Map<string, Noted>();
  const order = ['log_loss', ...metricIds.filter(id => id !== 'log_loss')] as const;
  for (const id of order) {
    for (const model of models) {
      const note = model.notes?.[id];
      if (note === undefined) continue;
      const same = found.get(note);
      found.set(note, {
        note,
        metrics: new Set([...(same?.metrics ?? []), id]),
        models: new Set([...(same?.models ?? []), titleOf(model)]),
      });
    }
  }
  return found;
}

function sentence({ note, metrics, models }: Noted, several: boolean): string {
  const names = listed([...metrics].map(id => definitionOf(id).name));
  return `${several ? `${named([...models])}: ` : ''}${names}: ${note}.`;
}

function named(models: readonly string[]): string {
  const rest = models.length - maxNames;
  return listed(rest > 0 ? [...models.slice(0, maxNames), `${rest} more`] : models);
}

function titleOf({ name, split }: ModelReport): string {
  return split === null ? shortened(name) : `${shortened(name)} (${shortened(split)})`;
}
