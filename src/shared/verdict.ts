/** What can be said of how a training run went. */
export type Verdict =
  | 'diverged'
  | 'too-short'
  | 'underfitting'
  | 'overfitting'
  | 'overconfidence'
  | 'unstable'
  | 'plateau'
  | 'improving'
  | 'healthy';
