import { type SumsTask, sumsTasks } from './sumsTask';

/** What a result says of itself: it stands in the first column of every row. */
export interface About {
  readonly part: 'sums' | 'worst';
  readonly task: SumsTask;
  /** Name of the column of true values; empty where there are errors alone. */
  readonly target: string;
  readonly models: readonly string[];
  readonly by: readonly string[];
  readonly weight: string | null;
  /** Label of the positive class, where one was named. */
  readonly positive: string | null;
  /** Names of the classes; empty unless there are class columns. */
  readonly classes: readonly string[];
}

/** Raised whenever a sum changes its meaning. */
export const sumsVersion = 1;
/** The column that every result has, and what its cells begin with. */
export const aboutColumn = 'loss_lens_';
const begin = 'loss_lens/';

/** `loss_lens/1 part=sums task=binary target=y model=p`: letters, digits and `-_.%~=/` alone, so a text in any dialect. */
export function writeAbout(about: About): string {
  const pairs = [
    ['part', about.part],
    ['task', about.task],
    ['target', about.target],
    ...about.models.map(name => ['model', name]),
    ...about.by.map(name => ['by', name]),
    ...(about.weight === null ? [] : [['weight', about.weight]]),
    ...(about.positive === null ? [] : [['positive', about.positive]]),
    ...about.classes.map(name => ['class', name]),
  ];
  const words = pairs.map(([key, value]) => `${key}=${encoded(value!)}`);
  return [`${begin}${sumsVersion}`, ...words].join(' ');
}

/** Without the marks that some dialect or shell would take for its own. */
function encoded(text: string): string {
  const marks = /[!'()*]/g;
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    marks,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What a cell says, or the sentence that says why it cannot be used; null for a cell of something else. */
export function readAbout(cell: string): About | { readonly problem: string } | null {
  if (!cell.startsWith(begin)) return null;
  const [head = '', ...words] = cell.trim().split(' ');
  const version = head.slice(begin.length);
  if (version !== String(sumsVersion)) {
    return {
      problem: `it holds sums of version ${version}, and this Loss Lens reads version ${sumsVersion}; write the statement again and run it`,
    };
  }
  try {
    return aboutOf(words);
  } catch {
    return { problem: notWhole };
  }
}

const notWhole =
  'what the sums say of themselves has been changed; write the statement again and run it as it is';

function aboutOf(words: readonly string[]): About | { readonly problem: string } {
  const pairs = words.map(word => {
    const equals = word.indexOf('=');
    return [word.slice(0, equals), decodeURIComponent(word.slice(equals + 1))] as const;
  });
  const all = (key: string) => pairs.flatMap(([name, value]) => (name === key ? [value] : []));
  const task = sumsTasks.find(known => known === all('task')[0]);
  const part = (['sums', 'worst'] as const).find(known => known === all('part')[0]);
  const models = all('model');
  if (task === undefined || part === undefined || models.length === 0) return { problem: notWhole };
  return {
    ...{ part, task, models },
    target: all('target')[0] ?? '',
    by: all('by'),
    weight: all('weight')[0] ?? null,
    positive: all('positive')[0] ?? null,
    classes: all('class'),
  };
}
