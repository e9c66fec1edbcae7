/**
 * Whether a name fits a pattern in which `*` is any text and `?` any character; time grows with the product of
 * their lengths at most, however many stars there are.
 */
export function fitsPattern(name: string, pattern: string): boolean {
  const [letters, signs] = [[...name], [...pattern]];
  let [at, sign] = [0, 0];
  /** The last star, and where the text that it stands for ends so far. */
  let [star, ending] = [-1, 0];
  while (at < letters.length) {
    if (signs[sign] === '*') {
      [star, ending] = [sign, at];
      sign++;
    } else if (signs[sign] === '?' || signs[sign] === letters[at]) {
      at++;
      sign++;
    } else if (star >= 0) {
      ending++;
      [at, sign] = [ending, star + 1];
    } else return false;
  }
  while (signs[sign] === '*') sign++;
  return sign === signs.length;
}
