import type { Strength } from './words';

export type NameRoleId =
  | 'target'
  | 'label'
  | 'prediction'
  | 'probability'
  | 'confidence'
  | 'score'
  | 'logit'
  | 'margin'
  | 'error'
  | 'residual'
  | 'absError'
  | 'derived'
  | 'lower'
  | 'upper'
  | 'quantile'
  | 'variance'
  | 'sigma'
  | 'weight'
  | 'id'
  | 'index'
  | 'split'
  | 'model'
  | 'group'
  | 'epoch'
  | 'step'
  | 'time'
  | 'metric';

/** What a name says about its column or array. */
export interface NameRole {
  readonly role: NameRoleId;
  /** 3: says so outright (`y_true`). 2: the usual word (`target`). 1: often something else (`label`, `score`). */
  readonly strength: Strength;
  /** What else the name says, as written: `rf` in `rf_pred`, `price` in `actual_price`; '' for nothing. */
  readonly stem: string;
  /** The part of the stem before and after the role's word: `logistic_probability_GBM`. */
  readonly before: string;
  readonly after: string;
  /** The class a probability or logit is for, where the name leaves no doubt: `P(dog)`, `prob_0`. */
  readonly classLabel?: string;
  /** Level of a quantile or of an interval: 0.1 for `q10`, 0.8 for `Lo 80`. */
  readonly level?: number;
}
