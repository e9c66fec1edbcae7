import type { Verdict } from '../../shared/verdict';

/** A verdict as a heading. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  diverged: 'Diverged',
  'too-short': 'Too short to judge',
  underfitting: 'Underfitting',
  overfitting: 'Overfitting',
  overconfidence: 'Overconfidence',
  unstable: 'Unstable',
  plateau: 'Plateau',
  improving: 'Still improving',
  healthy: 'Healthy',
};
