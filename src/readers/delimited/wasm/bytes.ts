// AssemblyScript: compiled to WebAssembly by the build, checked by its own compiler.

export const quote: u32 = 0x22;
export const space: u32 = 0x20;
const tab: u32 = 0x09;
const lineFeed: u32 = 0x0a;
const carriageReturn: u32 = 0x0d;

export let separator: u32 = 0;
/** A second separator where any run of blanks separates, else the same one. */
let otherSeparator: u32 = 0;
/** By the lower half of a byte: the only byte with that half that ends a cell. */
let cellEnds: v128 = i8x16.splat(0);

export function setSeparator(byte: u32): void {
  separator = byte;
  otherSeparator = byte === space ? tab : byte;
  // Where nothing ends a cell, a byte with another lower half, which nothing is equal to.
  cellEnds = i8x16(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0);
  putEnd(separator);
  putEnd(otherSeparator);
  putEnd(lineFeed);
  putEnd(carriageReturn);
}

function putEnd(byte: u32): void {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const here = i8x16.eq(places, i8x16.splat(<i8>(byte & 15)));
  cellEnds = v128.bitselect(i8x16.splat(<i8>byte), cellEnds, here);
}

/**
 * Writes where the bytes [at, end) hold a separator or a line break, and then a place behind all others.
 * 64 readable bytes that end no cell must follow.
 */
export function writeEnds(at: usize, end: usize, target: usize): void {
  let next = target;
  for (let block = at; block < end; block += 64) {
    let found =
      endsIn(v128.load(block)) |
      (endsIn(v128.load(block, 16)) << 16) |
      (endsIn(v128.load(block, 32)) << 32) |
      (endsIn(v128.load(block, 48)) << 48);
    const behind = next + ((<usize>popcnt(found)) << 2);
    // Most blocks hold few ends: writing some too many costs less than asking how many there are.
    do {
      for (let i = 0; i < 6; i++) {
        store<u32>(next, <u32>(block + <usize>ctz(found)));
        next += 4;
        found &= found - 1;
      }
    } while (found !== 0);
    next = behind;
  }
  store<u32>(next, u32.MAX_VALUE);
}

/** One bit for each byte that ends a cell. */
function endsIn(block: v128): u64 {
  const candidates = i8x16.swizzle(cellEnds, v128.and(block, i8x16.splat(15)));
  return <u64>(<u32>i8x16.bitmask(i8x16.eq(candidates, block)));
}

export function isLineBreak(byte: u32): bool {
  return byte === lineFeed || byte === carriageReturn;
}

export function isBlank(byte: u32): bool {
  return byte === space || byte === tab;
}

export function isEnd(byte: u32): bool {
  return byte === separator || byte === otherSeparator || isLineBreak(byte);
}

export function behindSpaces(start: usize): usize {
  let at = start;
  while (<u32>load<u8>(at) === space) at++;
  return at;
}

export function behindBlanks(start: usize): usize {
  let at = start;
  while (isBlank(load<u8>(at))) at++;
  return at;
}

/** Behind the line break at `at`; `\r\n` is one break. */
export function behindBreak(at: usize): usize {
  return load<u16>(at) === 0x0a0d ? at + 2 : at + 1;
}
