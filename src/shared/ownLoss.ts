import { type MetricId, metricIds, type OwnLossId } from './metricId';

/** A loss of the person's own: a formula over the columns of a sample, under a name. */
export interface OwnLoss {
  readonly name: string;
  readonly formula: string;
}

/** More would make a report of formulas. */
export const mostOwnLosses = 12;
export const longestFormula = 1000;

const prefix = 'own:';
const nameForm = /^[\p{L}_][\p{L}\p{N}_.-]{0,39}$/u;

/** Whether a loss is the person's own. */
export function isOwnLoss(id: MetricId): id is OwnLossId {
  return id.startsWith(prefix);
}

/** The id of the loss of that name. */
export function ownLossId({ name }: Pick<OwnLoss, 'name'>): OwnLossId {
  return `${prefix}${name}`;
}

/** The name of an id as people and scripts know it: that of the person's own loss without the prefix. */
export function plainMetricId(id: string): string {
  return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

/** Why a name cannot be given to a loss; null when it can. */
export function whyNoName(name: string): string | null {
  if ((metricIds as readonly string[]).includes(name))
    return `${name} is the name of a loss that is there already`;
  return nameForm.test(name)
    ? null
    : 'the name of a loss is a word of at most 40 letters, digits, "_", "-" and "."';
}
