import { binaryLayout } from './layouts/binary';
import { classesLayout } from './layouts/classes';
import { errorsLayout, regressionLayout } from './layouts/numbers';
import type { Layout } from './sumColumn';
import type { SumsTask } from './sumsTask';

/** The columns of the result, by task. A change of what one means raises `sumsVersion`. */
export const layouts: Readonly<Record<SumsTask, Layout>> = {
  regression: regressionLayout,
  errors: errorsLayout,
  binary: binaryLayout,
  multiclass: classesLayout,
};
