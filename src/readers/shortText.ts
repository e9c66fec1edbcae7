/** At most `longest` characters of a text on one line, for a sentence that quotes it. */
export function shortText(text: string, longest = 60): string {
  const line = text.slice(0, longest + 1).replace(/\s+/g, ' ');
  return text.length > longest ? `${line.slice(0, longest)}...` : line;
}
