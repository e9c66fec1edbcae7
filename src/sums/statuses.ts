/** Why a row is left out, as the statement says it, and as the report does. */
export const statuses = {
  used: '',
  'target missing': 'missing target',
  'target nan': 'target is NaN',
  'target infinite': 'infinite target',
  'target unknown': 'target is none of the classes',
  'prediction missing': 'missing prediction',
  'prediction nan': 'prediction is NaN',
  'prediction infinite': 'infinite prediction',
  'error missing': 'missing error',
  'error nan': 'error is NaN',
  'error infinite': 'infinite error',
  'probability missing': 'missing probability',
  'probability nan': 'probability is NaN',
  'probability infinite': 'infinite probability',
  'probability outside': 'probability outside 0 to 1',
  'weight missing': 'missing weight',
  'weight nan': 'weight is NaN',
  'weight infinite': 'infinite weight',
  'weight negative': 'negative weight',
  'too large': 'number of 1e140 or more, too large to be summed up',
} as const;

export type Status = keyof typeof statuses;

export function isStatus(text: string): text is Status {
  return Object.hasOwn(statuses, text);
}
