const longest = 80;
const cuts = /[,;|{}()[\]\t<>!?]|\s[-–—]+\s|\.\s|\s{3,}/;
const opening =
  /(?:^|[^\p{L}])(?:epoch|step|iter|iteration|batch)s?(?:\(\w+\))?\s*(?:[:#]\s*)?[[(]$/iu;
const remark = /(?<!\s)\s*\([\p{L}%/_]{1,12}\)$/u;

/** The name that the text in front of a number ends in: what stands behind the last comma, bar or dash. */
export function nameBefore(gap: string): string | undefined {
  const near = gap.slice(-longest);
  const open = withoutOpening(near);
  if (/[[({]\s*$/.test(open)) return undefined;
  const bare = open.replace(/(?<![\s:='"`*#→-])[\s:='"`*#→-]+$/u, '');
  if (bare === open && bare !== '') return undefined;
  const behind = remark.exec(bare)?.[0] ?? '';
  const chunk =
    bare
      .slice(0, bare.length - behind.length)
      .split(cuts)
      .at(-1) ?? '';
  return cleanName(chunk + behind);
}

/** Without the bracket that opens behind a counter's word. */
function withoutOpening(near: string): string {
  const text = near.trimEnd();
  if (!opening.test(text)) return near;
  return `${text
    .slice(0, -1)
    .trimEnd()
    .replace(/\(\w+\)$/, '')} `;
}

const joints = new Set(
  'with is was are vs versus of the at to from by and in for a an we got now after current has value first last'.split(
    ' ',
  ),
);
const maxWords = 4;

function cleanName(chunk: string): string | undefined {
  const plain = chunk
    // `metric 'epoch_loss'=`: what stands between quotes is the name.
    .replace(/^.*\s['"`](?=[\p{L}_]\w*$)/u, '')
    .replace(/['’]s\s+/g, '-')
    .replace(/^[^\p{L}_]+|(?<![^\p{L}\p{N}_)%])[^\p{L}\p{N}_)%]+$/gu, '')
    .replace(/^(?:INFO|DEBUG|WARNING|WARN)\W+/, '');
  const spoken = plain.split(/\s+/);
  const last = spoken.findLastIndex(word => !joints.has(word.toLowerCase()));
  const words = spoken.slice(0, last + 1);
  const from = words.findLastIndex(word => joints.has(word.toLowerCase())) + 1;
  const kept = words.slice(from);
  const name = kept.slice(kept.length > maxWords ? -1 : 0).join(' ');
  return /\p{L}/u.test(name) ? name : undefined;
}

/** The last of the words of a name. */
export function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

const epochWords = /(?:^|[\s_/])(?:epochs?|epoche|epoca|época|ep)$/i;
const stepWords =
  /(?:^|[\s_/])(?:steps?|iter|iters|iterations?|(?:mini)?batch(?:es)?|rounds?|updates?|episodes?|(?:time|mini)?steps|timestep)$/i;
/** `words/batch`, `s/step`: how much of something each of them has. */
const perStep =
  /(?:^|\s)(?:m?s|secs?|seconds|words|tok(?:en)?s|samples|examples|sent(?:ence)?s|ima?ge?s|frames)\/\p{L}+$/iu;

/** What a name counts, or null; `best_epoch` tells of another place. */
export function counterOf(name: string): 'epoch' | 'step' | null {
  if (/(?:^|[\s_/])best(?:[\s_/]|$)/i.test(name)) return null;
  if (perStep.test(name)) return null;
  if (epochWords.test(name)) return 'epoch';
  return stepWords.test(name) ? 'step' : null;
}

const noise =
  /^(?:eta|time|elapsed|remaining|total|best(?:Test|Iteration)|tol|counter|v_num|seed|device|gpus?|rank|patience|version|total_flos|\w*runtime|\w*_per_second|speed|mem|memory|worker|workers|line|file|python|cuda|took|duration|\(.*)$/i;

const sourceFile = /\.(?:py|ipynb|js|ts|cc|cpp|c|h|rs|go)$/;

/** True for names of times, sizes and places, which are no metrics. */
export function isNoise(name: string): boolean {
  const last = lastWord(name.replace(remark, ''));
  return noise.test(name) || noise.test(last) || sourceFile.test(last);
}
