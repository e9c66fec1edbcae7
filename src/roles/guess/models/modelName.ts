import { uniqueNames } from '../../../readers/uniqueNames';
import { withoutEdges } from '../../../shared/withoutEdges';

/** What class columns have in common: `P` for `P(cat)` and `P(dog)`, `rf_prob` for `rf_prob_0` and `rf_prob_1`. */
export function commonName(columns: readonly string[]): string {
  const [first = '', ...others] = columns;
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && other[same] === first[same]) same++;
    length = same;
  }
  const name = withoutEdges(first.slice(0, length), /[_([{."'\s-]/, 'end');
  return name === '' ? 'probability' : name;
}

/** The models with ` (2)`, ` (3)` added to names that occur again. */
export function distinct<T extends { readonly name: string }>(models: readonly T[]): T[] {
  const names = uniqueNames(models.map(({ name }) => name));
  return models.map((model, i) => ({ ...model, name: names[i]! }));
}
