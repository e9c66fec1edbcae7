import { decodeText } from './delimited/textCoding';
import { extensionOf, type Format, formats } from './formats';

const entries = Object.entries(formats) as [Format, (typeof formats)[Format]][];

/** The format that claims an extension. */
const byExtension: ReadonlyMap<string, Format> = new Map(
  entries.flatMap(([format, { extensions }]) =>
    Object.keys(extensions).map(extension => [extension, format] as const),
  ),
);

/**
 * The format of a source by its first bytes and its name. A name that claims a format is believed, so
 * that a damaged file is reported as what it was meant to be; the content decides where the name is mute.
 */
export function formatOf(name: string, head: Uint8Array): Format {
  return (
    formatWhere(({ named }) => named?.test(name) === true) ??
    formatWhere(({ magic }) => magic?.every((byte, i) => head[i] === byte) === true) ??
    byExtension.get(extensionOf(name)) ??
    formatOfText(decodeText(name, head))
  );
}

/** A text without a telling name; literals and log lines when it is nothing else. */
function formatOfText(text: string): Format {
  const trimmed = text.trimStart();
  const lines = trimmed.split(/\r\n|\r|\n/, 12).filter(line => line.trim() !== '');
  return formatWhere(({ isLike }) => isLike?.(trimmed, lines) === true) ?? 'text';
}

function formatWhere(test: (definition: (typeof formats)[Format]) => boolean): Format | undefined {
  return entries.find(([, definition]) => test(definition))?.[0];
}
