import { tokensOf } from '../../names/tokens';
import { withoutEdges } from '../../shared/withoutEdges';
import type { Candidate } from '../guess/candidate';

const edges = /[^\p{L}\p{N}%]/u;

/** What an output is called: `toxic` for `true_toxic`. */
export function outputName({ name, said }: Candidate): string {
  return said?.role === 'target' && said.stem !== '' ? said.stem : name;
}

/** A column's name without the words of its output: `predicted` for `a_predicted`. */
export function restOfName(name: string, stem: readonly string[]): string {
  const tokens = tokensOf(name);
  const at = tokens.findLastIndex((_, i) => stem.every((word, k) => tokens[i + k]?.word === word));
  if (at < 0 || stem.length === 0) return name;
  const before = name.slice(0, tokens[at]!.start);
  const after = name.slice(tokens[at + stem.length - 1]!.end);
  const parts = [before, after].map(part => withoutEdges(part, edges));
  return parts.filter(part => part !== '').join('_');
}
