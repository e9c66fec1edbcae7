/**
 * A text without the characters at its start and its end that `edge` matches, one UTF-16 unit at a time. A pattern
 * such as `/x+$/` would look at every run of them within the text again for each of its characters.
 */
export function withoutEdges(text: string, edge: RegExp, sides: 'both' | 'end' = 'both'): string {
  let from = 0;
  let to = text.length;
  while (to > 0 && edge.test(text[to - 1]!)) to -= 1;
  while (sides === 'both' && from < to && edge.test(text[from]!)) from += 1;
  return text.slice(from, to);
}
