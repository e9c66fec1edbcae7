import { isReached } from '../../readers/formats';
import { nameTokens } from './nameTokens';
import { isPartName } from './series';

const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '__pycache__', 'venv', 'env']);

const trainingLog =
  /^((metrics|results|progress|scalars|train(ing)?_?log|log)[^/]*\.(csv|tsv|jsonl?|txt|log)|[^/]*history[^/]*\.(csv|tsv|jsonl?)|trainer_state\.json|events\.out\.tfevents\..*)$/i;

/** What writers leave beside the parts of a table: `_SUCCESS`, checksums, hidden files, reports of errors. */
const besides = /^[._]|\.(crc|md5|sha256)$|(^|[._-])errors?_stats([._-]|$)/i;

/** Folders that are looked into for data. */
export function isEntered(name: string): boolean {
  return !/^[._]/.test(name) && !skippedFolders.has(name);
}

/**
 * Files that a folder is gathered for: known names of training logs, tables that may hold predictions, and parts
 * of tables; of other JSON, texts and notebooks a folder is full without any of them holding losses.
 */
export function isGathered(name: string): boolean {
  if (besides.test(name)) return false;
  if (isReached(name, 'gathered') || isReached(name.replace(/\.out$/i, ''), 'gathered'))
    return true;
  const { extension } = nameTokens(name);
  const isBare = !/\.(?!part$)[a-z]\w*$/i.test(name) || extension !== '';
  return (isReached(name, 'offered') && trainingLog.test(name)) || (isBare && isPartName(name));
}

/** A folder in which a table of Delta Lake or Iceberg keeps the list of the files that belong to it. */
export function isTableLog(name: string): boolean {
  return name === '_delta_log';
}
