import type { ModelReport } from '../../shared/lossReport';
import { thinnedSamples } from '../comparison/pickedSamples';
import { fastPaths } from '../fastPaths/fastPaths';
import { errorsOf, hasErrors } from '../measures/errorsOf';
import { modelTitle } from '../modelTitle';
import type { PredictionData } from '../predictionData';
import type { ModelSamples } from '../samples/modelSamples';
import type { ModelContext } from './detector';

/** Enough samples for anything that holds everywhere to show. */
const maxSamples = fastPaths.findings.from - 1;

/** What the tests of one model share. */
export function modelContext(
  data: PredictionData,
  model: ModelSamples,
  report: ModelReport | undefined,
): ModelContext {
  let errors: Float64Array | null | undefined;
  let thin: ModelContext | null | undefined;
  return {
    data,
    model,
    title: modelTitle(model),
    report,
    get errors() {
      errors ??= hasErrors(model) ? errorsOf(model) : null;
      return errors;
    },
    get thin() {
      thin ??=
        model.n > maxSamples ? modelContext(data, thinnedSamples(model, maxSamples), report) : null;
      return thin;
    },
  };
}
