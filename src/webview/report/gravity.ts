import type { Finding } from '../../shared/lossReport';

/** How much a finding weighs. */
export type Gravity = 'heavy' | 'middling' | 'light';

interface Look {
  readonly label: string;
  readonly path: string;
}

export const gravities: Readonly<Record<Gravity, Look>> = {
  heavy: { label: 'weighs heavily', path: 'M8 2L15 14H1Z' },
  middling: { label: 'worth a look', path: 'M8 2L14 8L8 14L2 8Z' },
  light: { label: 'good to know', path: 'M8 4a4 4 0 1 1 0 8a4 4 0 1 1 0 -8Z' },
};

/** What makes other numbers wrong weighs heavily; what is a lesson is good to know. */
export function gravityOf({ weight = 0 }: Finding): Gravity {
  if (weight >= 0.8) return 'heavy';
  return weight >= 0.55 ? 'middling' : 'light';
}
