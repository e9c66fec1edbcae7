// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal start with ESC
const colour = /\u001b\[[0-9;?]*[A-Za-z]/g;
/** Marks of a quotation, as in mails and issues. */
const quoted = /^(?:[ \t]*>)+(?=[ \t]|$)/;
const date = String.raw`\d{2,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?`;
const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?`;
/** `2024-05-01 12:00:01,123`, `[12:00:01]`, `05/02 11:01:05`, and `I0501 12:00:01.000 123` of glog. */
const stamp = new RegExp(
  String.raw`^\s*(?:[IWEF]\d{4} ${clock}\s+\d+|\[?(?:${date}[T ]+)?${clock}\]?)(?=[\s\]:|]|$)`,
);
/** The level, alone or behind the logger's name: `- INFO -`, `ppocr INFO:`. */
const level =
  /^[\s\-|:[\]]*(?:(?![\s\-|:[\]])[\w.$-]+\s+)?\b(?:INFO|DEBUG|WARN|WARNING|ERROR|TRACE)\b\]?/;
/** The place that wrote a message: `train.py:12`, `(trainer:398)`, `solver.cpp:218]`, `Optimizer$:295 -`, `mmdet -`. */
const origin =
  /^[\s\-|:[\]]*(?![\s\-|:[\]])(?:\([\w.]+:\d+\)|[\w$/<>-]+(?:\.[\w$<>]+)+:\d+\b\]?|[\w.$<>]+(?::[\w<>$.]+)*(?::\d+\s*(?:\]|[:-](?=\s))|\s+-(?=\s)))/;
/** `INFO:tensorflow:`, `[INFO:sockeye.training]`: Python's own way to print a level and a logger. */
const python = /^\s*\[?(?:INFO|DEBUG|WARNING|ERROR):[\w.]+[:\]]/;
/** The process that wrote a line: `[rank0]:`. */
const rank = /^\s*\[?rank ?\d+\]?:?\s+/i;
/** The machine that wrote a line, in front of the time: `[node01] 2021-07-06 14:20:17`. */
const host = /^\s*\[[\w.-]*[A-Za-z][\w.-]*\]\s+(?=\d{4}-\d)/;

/** A line of a log without colours, marks of quotation, and the time and place at which it was written. */
export function withoutPrefix(text: string): string {
  const plain = text.replace(colour, '').replace(quoted, '').replace(rank, '').replace(host, '');
  const behind = plain.replace(stamp, '');
  if (behind === plain) return plain.replace(python, '');
  const leveled = behind.replace(level, '');
  const message = leveled.replace(origin, '');
  return (message === leveled ? leveled : message.replace(level, '')).replace(
    /^[\s\-|:\]]+(?=\S)/,
    ' ',
  );
}
