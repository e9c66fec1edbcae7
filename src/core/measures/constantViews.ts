import { columnFill } from '../statistics/fill';
import { median, quantile, weightedPercentile } from '../statistics/percentile';
import { constantView, type ErrorView } from './errorView';
import { targetMoments } from './targetMoments';

/** The targets under a prediction that is always their mean; remembered by the view. */
export function meanView(view: ErrorView): ErrorView {
  return view.memo.get('mean view', () => constantView(view, targetMoments(view).mean));
}

/** The targets under a prediction that is always their median, with weights the lower weighted one. */
export function medianView(view: ErrorView): ErrorView {
  const { n, target, weight } = view;
  return view.memo.get('median view', () =>
    constantView(
      view,
      weight === undefined
        ? median(n, columnFill(target))
        : weightedPercentile(n, columnFill(target), weight, 0.5),
    ),
  );
}

/** The same with another quantile; `share` must not change for one view. */
export function quantileView(view: ErrorView, share: number): ErrorView {
  if (share === 0.5) return medianView(view);
  const { n, target, weight } = view;
  return view.memo.get('quantile view', () =>
    constantView(
      view,
      weight === undefined
        ? quantile(n, columnFill(target), share)
        : weightedPercentile(n, columnFill(target), weight, share),
    ),
  );
}
