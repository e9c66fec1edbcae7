/** The command that leads from a hover to the open report: the only one that a hover may run. */
export const showLossCommand = 'lossLens.showLoss';
