import type { ModelReport } from '../../shared/lossReport';
import { thinnedUsable } from '../comparison/pickedUsable';
import type { FigureData } from '../figureData';
import { errorsOf, hasErrors } from '../measures/errorsOf';
import { modelTitle } from '../modelTitle';
import type { Usable } from '../samples/usable';
import type { ModelContext } from './detector';

/** Enough samples for anything that holds everywhere to show. */
const mostSamples = 100_000;

/** What the tests of one model share. */
export function modelContext(
  data: FigureData,
  usable: Usable,
  report: ModelReport | undefined,
): ModelContext {
  let errors: Float64Array | null | undefined;
  let thin: ModelContext | null | undefined;
  return {
    data,
    usable,
    title: modelTitle(usable),
    report,
    get errors() {
      errors ??= hasErrors(usable) ? errorsOf(usable) : null;
      return errors;
    },
    get thin() {
      thin ??=
        usable.n > mostSamples
          ? modelContext(data, thinnedUsable(usable, mostSamples), report)
          : null;
      return thin;
    },
  };
}
