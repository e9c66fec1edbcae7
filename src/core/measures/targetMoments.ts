import { columnFill } from '../statistics/fill';
import type { ErrorView } from './errorView';
import { errorFill } from './lossFill';
import { type SumsAbout, sumsAbout } from './sumsAbout';
import { survey } from './survey';
import { totalWeight } from './totalWeight';

export interface Moments {
  readonly mean: number;
  /** Sum of w (x - mean)^2. */
  readonly spread: number;
}

/** Mean and spread of the targets. */
export function targetMoments(view: ErrorView): Moments {
  const { n, target, weight } = view;
  return view.memo.get('target moments', () =>
    momentsOf(totalWeight(view), survey(view).targets, centre =>
      sumsAbout(n, columnFill(target), weight, centre),
    ),
  );
}

/** Mean and spread of the errors. */
export function errorMoments(view: ErrorView): Moments {
  const { n, weight } = view;
  return view.memo.get('error moments', () => {
    const { error, squared } = survey(view);
    const sums = { centre: 0, first: error, second: squared };
    return momentsOf(totalWeight(view), sums, centre =>
      sumsAbout(n, errorFill(view), weight, centre),
    );
  });
}

/** Share of the spread that a wrong centre may add before the sums are taken anew. */
const smallOffset = 0.01;

/**
 * Values are centred before they are squared, and what is left in the mean is taken out again, so that an
 * offset of 1e9 costs no digits. `sums` are about a guess; `about` takes them anew when it misled.
 */
function momentsOf(total: number, sums: SumsAbout, about: (centre: number) => SumsAbout): Moments {
  const good = sums.first * sums.first <= smallOffset * total * sums.second;
  const { centre, first, second } = good ? sums : about(sums.centre + sums.first / total);
  return { mean: centre + first / total, spread: Math.max(0, second - (first * first) / total) };
}
