import type { Finding, RunReport } from '../../shared/lossReport';

/** True for a finding that repeats what the verdict of a run says. */
export function isSaidBy(finding: Finding, run: RunReport): boolean {
  return (
    finding.text === run.text ||
    (finding.id === run.verdict && finding.evidence['run'] === run.name)
  );
}
