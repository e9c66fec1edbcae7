import { numpy, numpyMean, type Recipe, sklearn, wrapped } from './recipe';

export const pair: string = 'y_true, y_pred';
export const tensors: string = 'torch.tensor(y_pred), torch.tensor(y_true)';

export const sklearnPair =
  (name: string): Recipe =>
  context => [sklearn(name, pair, context)];
export const rootOfSklearn =
  (name: string): Recipe =>
  context => [wrapped(sklearn(name, pair, context), 'np.sqrt(', ')')];
export const rowMean =
  (perRow: string): Recipe =>
  context => [numpyMean(perRow, context)];
export const rowSum =
  (perRow: string): Recipe =>
  ({ weighted }) => [numpy(`np.sum(${weighted ? `weight * ${perRow}` : perRow})`)];
