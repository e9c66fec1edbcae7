import type { Finding } from '../../shared/lossReport';
import { listed } from '../../shared/text';

const maxNamed = 5;

/** One finding for several models: the weightiest one's sentence, and the names of the others. */
export function mergedFindings(
  found: readonly { readonly title: string; readonly finding: Finding }[],
): Finding {
  const order = found.toSorted((a, b) => (b.finding.weight ?? 0) - (a.finding.weight ?? 0));
  const { finding } = order[0]!;
  const others = order.slice(1).map(({ title }) => title);
  if (others.length === 0) return finding;
  const named = others.slice(0, maxNamed);
  const rest = others.length - named.length;
  const names = listed(rest > 0 ? [...named, `${rest} more`] : named);
  return {
    ...finding,
    text: `${finding.text} The same holds for ${names}.`,
    evidence: { ...finding.evidence, alsoHoldsFor: others },
  };
}
