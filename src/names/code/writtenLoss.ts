import { type LibraryId, libraries } from '../losses/libraries';
import type { LossName } from '../losses/lossName';
import { textsByName } from '../losses/lossNames';
import { pathAt } from './calledLoss';
import { isName, isSign } from './code';
import type { LossUse } from './lossUse';
import { type Saying, saidBy } from './saidBy';
import type { Source } from './source';
import { parametersBeside, parametersWithin } from './writtenParameters';

/** Strings that mean the same loss to everybody. */
const plain: ReadonlySet<string> = new Set([
  ...['mse', 'mae', 'rmse', 'mape', 'msle', 'rmsle', 'huber', 'hinge', 'squared_hinge', 'log_cosh'],
  ...['mean_squared_error', 'mean_absolute_error', 'squared_error', 'absolute_error'],
  ...['meanSquaredError', 'meanAbsoluteError', 'log_loss', 'logloss', 'kl_divergence'],
  ...['binary_crossentropy', 'categorical_crossentropy', 'sparse_categorical_crossentropy'],
  ...['binaryCrossentropy', 'categoricalCrossentropy', 'neg_mean_squared_error', 'roc_auc'],
  ...['neg_mean_absolute_error', 'neg_root_mean_squared_error', 'neg_log_loss'],
]);
/** Names that say by themselves, without a library, that their string is a loss. */
const plainCues: ReadonlySet<string> = new Set([
  ...['loss', 'loss_function', 'objective', 'criterion', 'scoring', 'eval_metric', 'metrics'],
]);

/** Libraries whose models have this method. */
const methods: Readonly<Record<string, readonly LibraryId[]>> = {
  compile: ['keras', 'tfjs', 'rkeras'],
};

/** The loss that the text at token `i` names, where an argument says that it is one. */
export function writtenLoss(source: Source, i: number): LossUse | undefined {
  const { code } = source;
  const token = code.tokens[i]!;
  if (!token.whole || token.text.length > 200) return undefined;
  const [base = '', within] = textsByName.has(token.text) ? [token.text] : splitOnce(token.text);
  const named = textsByName.get(base);
  if (named === undefined) return undefined;
  for (const saying of saidBy(code, i)) {
    const found = meant(source, saying, base, named);
    const [entry] = found.entries;
    if (entry === undefined) continue;
    const written =
      within === undefined
        ? parametersBeside(code, saying.open, entry)
        : parametersWithin(within, entry);
    const { start, end } = token;
    return { loss: entry.loss, ...found, written: base, ...written, start, end, open: -1 };
  }
  return undefined;
}

/** `Huber:delta=2` of CatBoost and `ndcg@5` of XGBoost and LightGBM. */
function splitOnce(text: string): readonly string[] {
  const colon = text.search(/[:@]/);
  return colon === -1 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
}

type Meant = Pick<LossUse, 'entries' | 'isSure'>;

/** The entries that can be meant; none unless all of them are one and the same loss. */
function meant(
  source: Source,
  { cue, callee, isEntry }: Saying,
  text: string,
  named: readonly LossName[],
): Meant {
  const { language } = source.code;
  const spoken = named.filter(({ library }) => languagesOf(library).includes(language));
  const said = spoken.filter(entry => saysSo(entry, cue));
  const caller = callerOf(source, callee);
  const likely = said.filter(({ library }) =>
    caller === undefined ? isImported(source, library) : caller.includes(library),
  );
  // The entry of some dictionary says too little without a library that reads it.
  const isPlain = !isEntry && plain.has(text) && plainCues.has(cue.toLowerCase());
  const entries = likely.length > 0 ? likely : isPlain ? spoken : [];
  const isOne = new Set(entries.map(({ loss }) => loss)).size === 1;
  return { entries: isOne ? entries : [], isSure: likely.length === 1 };
}

function languagesOf(library: LibraryId): readonly string[] {
  return libraries[library].languages;
}

function saysSo({ library, use }: LossName, cue: string): boolean {
  const { objectives, metrics } = libraries[library];
  const names = [...(use === 'metric' ? [] : objectives), ...(use === 'objective' ? [] : metrics)];
  return names.some(name => cue === name || cue === name.toUpperCase());
}

/** The libraries that the called function may be of; undefined when it says nothing about them. */
function callerOf(source: Source, callee: number): readonly LibraryId[] | undefined {
  if (callee === -1 || isName(source.code, callee, 'dict') || isName(source.code, callee, 'list')) {
    return undefined;
  }
  const { text } = source.code.tokens[callee]!;
  if (isSign(source.code, callee - 1, '.') && Object.hasOwn(methods, text)) return methods[text];
  const path = pathAt(source, callee);
  if (path === undefined || path.startsWith('.')) return undefined;
  const root = path.split('.')[0]!;
  return (Object.keys(libraries) as LibraryId[]).filter(id => packagesOf(id).includes(root));
}

function packagesOf(library: LibraryId): readonly string[] {
  return libraries[library].packages;
}

function isImported({ bindings }: Source, library: LibraryId): boolean {
  return packagesOf(library).some(name => bindings.packages.has(name));
}
