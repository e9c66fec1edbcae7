import type { OutputFindingId } from '../../shared/findingId';
import { groupedBy } from '../../shared/groupedBy';
import type { Finding, ModelReport } from '../../shared/lossReport';
import { oneOutputDominates } from '../outputs/oneOutputDominates';
import { mergedFindings } from './mergedFindings';

type OutputsDetector = (reports: readonly ModelReport[]) => Finding | null;

const ofOutputs: Readonly<Record<OutputFindingId, OutputsDetector>> = {
  'one-output-dominates': oneOutputDominates,
};

/** Sentences about all outputs, and those about single outputs, told once for all outputs they hold for. */
export function outputFindings(
  reports: readonly ModelReport[],
  single: readonly { readonly output: string; readonly findings: readonly Finding[] }[],
): readonly Finding[] {
  const together = Object.values(ofOutputs).flatMap(detector => detector(reports) ?? []);
  const each = single.flatMap(({ output, findings }) =>
    findings.map(finding => ({
      title: `"${output}"`,
      finding: { ...finding, text: `Output "${output}": ${finding.text}` },
    })),
  );
  const merged = [...groupedBy(each, ({ finding }) => finding.id).values()].map(mergedFindings);
  return [...together, ...merged].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}
