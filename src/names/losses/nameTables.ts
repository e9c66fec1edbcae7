import { boostingNames } from './boostingNames';
import { kerasNames } from './kerasNames';
import type { NameTable } from './lossName';
import { optaxNames } from './optaxNames';
import { otherLanguageNames } from './otherLanguageNames';
import { sklearnNames } from './sklearnNames';
import { torchmetricsNames } from './torchmetricsNames';
import { torchNames } from './torchNames';

/** What libraries call their losses and scores, as it is written down. */
export const nameTables: readonly NameTable[] = [
  ...sklearnNames,
  ...torchNames,
  ...kerasNames,
  ...optaxNames,
  ...boostingNames,
  ...torchmetricsNames,
  ...otherLanguageNames,
];
