import { type Verdict, verdicts } from './verdict';

/** Findings about one model. */
export const modelFindingIds = [
  'errors-cancel',
  'few-rows-dominate',
  'bias',
  'scale-factor',
  'shifted-rows',
  'constant-output',
  'perfect-model',
  'duplicated-rows',
  'worse-than-baseline',
  'worse-than-naive',
  'only-wrong-rows',
  'inverted-probabilities',
  'permuted-classes',
  'labels-from-1',
  'classes-never-predicted',
  'certainly-wrong',
  'overconfident',
  'underconfident',
  'confused-classes',
  'accurate-but-costly',
  'single-prediction',
  'cost-of-a-probability',
] as const;

/** Findings about all models together, or about the columns of the source. */
export const dataFindingIds = [
  'same-accuracy-different-loss',
  'identical-models',
  'outlier-sensitive-loss',
  'percent-as-probabilities',
  'logits-as-probabilities',
] as const;

/** Findings about several outputs together. */
export const outputFindingIds = ['one-output-dominates'] as const;

/** Findings that are searched for after the report is there. */
export const searchedFindingIds = ['weak-slice'] as const;

export type SearchedFindingId = (typeof searchedFindingIds)[number];
export type ModelFindingId = (typeof modelFindingIds)[number];
export type OutputFindingId = (typeof outputFindingIds)[number];
export type DataFindingId = (typeof dataFindingIds)[number];

/** All of them, those of runs included. */
export const findingIds: readonly FindingId[] = [
  ...modelFindingIds,
  ...dataFindingIds,
  ...outputFindingIds,
  ...searchedFindingIds,
  ...verdicts,
];

/** What a finding is known by: a verdict on a run is a finding too. */
export type FindingId =
  | ModelFindingId
  | DataFindingId
  | OutputFindingId
  | SearchedFindingId
  | Verdict;
