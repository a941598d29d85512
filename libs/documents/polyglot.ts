/** The ends of a file and what is known of it. */
export interface FileEnds {
  readonly head: Buffer;
  readonly tail: Buffer;
  /** Where `%PDF-` stands in the head, -1 for nowhere. */
  readonly pdfAt: number;
  /** What the magic number at the very start says. */
  readonly type: string | null;
  readonly isXml: boolean;
}

export interface SecondFormat {
  /** What the file begins as, null when that is its main format. */
  readonly first: string | null;
  readonly format: string;
}

const MARKUP = /<(?:!doctype\s+html|html[\s>]|script[\s>]|svg[\s>]|body[\s>]|iframe[\s>]|\?php|%@)/i;
const PROGRAM = /^(?:#!|MZ|\x7fELF|\s*\/[*/])/;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_DIRECTORY = 0x02014b50;
const ZIP_END_BYTES = 22;
const ARCHIVES: readonly (readonly [string, string])[] = [
  ['Rar!\x1a\x07', 'application/vnd.rar'],
  ["7z\xbc\xaf'\x1c", 'application/x-7z-compressed'],
];

/**
 * A second format in which the same bytes are a valid file, null when there is none. Bytes before or after that are nothing of
 * their own (blanks, printer commands, padding) do no harm and are common in real files.
 */
export function secondFormat(file: FileEnds): SecondFormat | null {
  const { head, tail, pdfAt, type, isXml } = file;
  if (isZip(tail)) return type === 'application/zip' ? null : { first: null, format: 'application/zip' };
  if (pdfAt < 0) return type?.startsWith('image/') && MARKUP.test(text(head.subarray(0, 1024))) ? markup : null;
  if (isXml) return { first: 'application/xml', format: 'application/pdf' };
  if (pdfAt > 0 && type && type !== 'application/pdf') return { first: type, format: 'application/pdf' };
  const before = text(head.subarray(0, pdfAt));
  if (MARKUP.test(before)) return markup;
  if (PROGRAM.test(before)) return { first: 'application/octet-stream', format: 'application/pdf' };
  return afterPdf(tail);
}

const markup: SecondFormat = { first: null, format: 'text/html' };

function afterPdf(tail: Buffer): SecondFormat | null {
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) return null;
  const rest = text(tail.subarray(end + 5));
  if (MARKUP.test(rest)) return markup;
  const archive = ARCHIVES.find(([magic]) => rest.includes(magic));
  return archive ? { first: null, format: archive[1] } : null;
}

/** A directory end whose comment reaches the end of the file, with the directory right before it: not a ZIP merely contained. */
function isZip(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf(ZIP_END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(ZIP_END, at - 1)) {
    if (at + ZIP_END_BYTES > tail.length) continue;
    const after = tail.length - at - ZIP_END_BYTES - tail.readUInt16LE(at + 20);
    const directory = at - tail.readUInt32LE(at + 12);
    if (after < 0 || after > 2 || tail.readUInt16LE(at + 10) === 0) continue;
    if (directory < 0 || tail.readUInt32LE(directory) === ZIP_DIRECTORY) return true;
  }
  return false;
}

const text = (bytes: Buffer): string => bytes.toString('latin1');
