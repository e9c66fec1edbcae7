import { compiledFormula } from '../core/formula/compiledFormula';
import { markedFormula } from '../core/formula/formulaError';
import type { LossReport } from '../shared/lossReport';
import { mostOwnLosses, type OwnLoss, ownLossId, whyNoName } from '../shared/ownLoss';
import { UsageError } from './usageError';

/** The losses with the one of `NAME=FORMULA`. Throws a UsageError that marks a mistake at its place. */
export function withOwnLoss(losses: readonly OwnLoss[], value: string): readonly OwnLoss[] {
  const equals = value.indexOf('=');
  if (equals < 1) throw new UsageError(`--loss takes NAME=FORMULA, not "${value}".`);
  const loss = { name: value.slice(0, equals).trim(), formula: value.slice(equals + 1).trim() };
  const reason = whyNoName(loss.name);
  if (reason !== null) throw new UsageError(`--loss "${loss.name}": ${reason}.`);
  if (losses.some(({ name }) => name === loss.name))
    throw new UsageError(`--loss "${loss.name}" is given twice.`);
  if (losses.length === mostOwnLosses)
    throw new UsageError(`--loss can be given ${mostOwnLosses} times at most.`);
  const compiled = compiledFormula(loss);
  if ('mistake' in compiled) throw marked(loss, compiled.mistake.at, compiled.mistake.message);
  return [...losses, loss];
}

/** Throws a UsageError for the first loss that this report cannot have. */
export function refuseMistakes({ models }: LossReport, losses: readonly OwnLoss[]): void {
  for (const loss of losses) {
    const reason = models[0]?.undefined[ownLossId(loss)] ?? '';
    const place = /^column (\d+) of /.exec(reason)?.[1];
    if (place === undefined) continue;
    const text = reason.slice(`column ${place} of ${loss.formula}: `.length);
    throw marked(loss, Number(place) - 1, text);
  }
}

function marked({ name, formula }: OwnLoss, at: number, text: string): UsageError {
  return new UsageError(
    `--loss ${name}, column ${at + 1}: ${text}.\n${markedFormula(formula, at)}`,
  );
}
