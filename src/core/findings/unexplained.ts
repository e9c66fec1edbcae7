import type { FindingId } from '../../shared/findingId';
import type { Finding } from '../../shared/lossReport';

/** What follows from a finding by itself, so that saying it too would only repeat it. */
const explains: Readonly<Partial<Record<FindingId, readonly FindingId[]>>> = {
  'accurate-but-costly': ['worse-than-baseline', 'overconfident'],
  'constant-output': [
    'overconfident',
    'underconfident',
    'bias',
    'worse-than-baseline',
    'classes-never-predicted',
  ],
  'scale-factor': ['bias', 'worse-than-baseline', 'few-rows-dominate'],
  'shifted-rows': ['worse-than-baseline'],
  'permuted-classes': [
    'overconfident',
    'confused-classes',
    'only-wrong-rows',
    'worse-than-baseline',
  ],
  'labels-from-1': [
    'overconfident',
    'confused-classes',
    'only-wrong-rows',
    'worse-than-baseline',
    'classes-never-predicted',
  ],
  'inverted-probabilities': ['worse-than-baseline', 'overconfident'],
  'only-wrong-rows': [
    'overconfident',
    'confused-classes',
    'inverted-probabilities',
    'worse-than-baseline',
    'classes-never-predicted',
    'certainly-wrong',
  ],
};

/** The findings of one model that no other of its findings explains. */
export function unexplained(found: readonly Finding[]): readonly Finding[] {
  const explained = new Set(found.flatMap(({ id }) => explains[id] ?? []));
  return found.filter(({ id }) => !explained.has(id));
}
