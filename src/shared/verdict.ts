/** What can be said of how a training run went. */
export const verdicts = [
  'diverged',
  'too-short',
  'underfitting',
  'overfitting',
  'overconfidence',
  'unstable',
  'plateau',
  'improving',
  'healthy',
] as const;

export type Verdict = (typeof verdicts)[number];
