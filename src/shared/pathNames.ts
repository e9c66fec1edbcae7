/** File names; where two are alike, with as many of their folders as tell them apart. */
export function pathNames(paths: readonly string[]): readonly string[] {
  const parted = paths.map(path => path.split(/[\\/]/).filter(part => part !== ''));
  const alike = new Map<string, (readonly string[])[]>();
  for (const path of parted) {
    const name = path.at(-1) ?? '';
    const group = alike.get(name);
    if (group === undefined) alike.set(name, [path]);
    else group.push(path);
  }
  const parts = new Map([...alike].map(([name, group]) => [name, partsNeeded(group)]));
  return parted.map(path => path.slice(-(parts.get(path.at(-1) ?? '') ?? 1)).join('/'));
}

/** How many last parts of these paths make them all different; all parts where a path occurs twice. */
function partsNeeded(paths: readonly (readonly string[])[]): number {
  const longest = paths.reduce((most, path) => Math.max(most, path.length), 1);
  for (let parts = 1; parts < longest; parts++) {
    const names = new Set(paths.map(path => path.slice(-parts).join('/')));
    if (names.size === paths.length) return parts;
  }
  return longest;
}
