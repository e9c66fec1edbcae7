/** A file's name without folders and ending: `imdb_val_loss` of `runs/imdb_val_loss.csv`, `lr_0.1` of `lr_0.1`. */
export function fileStem(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  return base.replace(/\.[A-Za-z][A-Za-z0-9]{0,7}$/, '') || base;
}
