import type { OutputFindingId } from '../../shared/findingId';
import { groupedBy } from '../../shared/groupedBy';
import type { Finding, ModelReport } from '../../shared/lossReport';
import { oneOutputDominates } from '../outputs/oneOutputDominates';
import { withWords } from './findingWords';
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
  const together = Object.values(ofOutputs)
    .flatMap(detector => detector(reports) ?? [])
    .map(withWords);
  const each = single.flatMap(({ output, findings }) =>
    findings.map(finding => ({
      title: `"${output}"`,
      finding: ofOutput(output, finding),
    })),
  );
  const merged = [...groupedBy(each, ({ finding }) => finding.id).values()].map(mergedFindings);
  return [...together, ...merged].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}

function ofOutput(output: string, finding: Finding): Finding {
  const { text, brief } = finding;
  const about = (sentence: string): string => `Output "${output}": ${sentence}`;
  return { ...finding, text: about(text), ...(brief === undefined ? {} : { brief: about(brief) }) };
}
