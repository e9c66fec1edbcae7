/** `ValLoss`, `val/loss` and `val-loss` -> `['val', 'loss']`; `CELoss` -> `['ce', 'loss']`; `mAP50(B)` stays together as `map50`, `b`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z]{2})([A-Z])/g, '$1 $2')
    .replace(/([A-Z\d])(Loss)/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
}
