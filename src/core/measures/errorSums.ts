import type { ErrorView } from './errorView';
import { type Survey, survey, surveyOf } from './survey';

/** Weighted sums over the errors e = prediction - target. */
export type ErrorSums = Pick<Survey, 'error' | 'absolute' | 'squared' | 'huber' | 'peaks'>;

/** Sums for Huber loss with `delta`; remembered by the view. */
export function errorSums(view: ErrorView, delta: number): ErrorSums {
  const first = survey(view, delta);
  if (first.delta === delta) return first;
  return view.memo.get(`error sums ${delta}`, () => surveyOf(view, delta, null));
}

/** Any sums of the errors that are there already; which delta they hold does not matter. */
export function anyErrorSums(view: ErrorView, delta: number): ErrorSums {
  return survey(view, delta);
}
