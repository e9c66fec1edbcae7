/** What is repeated: what people type, and what patterns are made of. */
const pumps = [
  ...' \t\n09aA_-.,:=([<"|%e/#',
  ...[
    '1 ',
    'a ',
    '1.',
    '1,',
    'a_',
    '- ',
    ': ',
    '. ',
    '= ',
    'a=',
    'a.',
    '| ',
    '"a',
    'a:1 ',
    ' - a',
    'a\n',
    ' \n',
  ],
];
/** What stands before and after it, so that a match begins and then fails. */
const heads = ['', 'a', '1', '|', '"', '<', 'a ', 'a = ['];
const tails = ['', '!', 'a', '1', '\n!'];

/** Long texts of `length` characters on which a pattern may go back and forth, its own words among them. */
export function* attacks(pattern: string, length: number): Generator<string> {
  const words = [...new Set(pattern.match(/[a-z]{2,}/gi))].slice(0, 3);
  const own = words.flatMap(word => [word, `${word} `]);
  for (const pump of [...pumps, ...own]) {
    const long = pump.repeat(Math.ceil(length / pump.length));
    for (const head of heads) for (const tail of tails) yield head + long + tail;
    for (const head of own) yield `${head}${long}!`;
  }
}
