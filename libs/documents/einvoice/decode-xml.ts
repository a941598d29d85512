export interface DecodedXml {
  readonly text: string;
  /** False when the bytes are not in the encoding that the file claims, so that letters with accents may be wrong. */
  readonly faithful: boolean;
}

/** Encodings of one byte a character that e-invoices meet; all of them agree on ASCII. */
const SINGLE_BYTE = /^(iso-8859-\d{1,2}|latin-?1|windows-125\d|us-ascii|macintosh)$/i;

/**
 * Bytes to text: by byte order mark, by the zero bytes of UTF-16, as UTF-8 wherever that is possible, and only then by
 * what the XML declares, since text in a one-byte encoding is practically never valid UTF-8 by chance.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const utf16 = utf16Form(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), faithful: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), faithful: true };
  } catch {
    const declared = declaredEncoding(bytes);
    const known = declared !== null && SINGLE_BYTE.test(declared);
    return { text: new TextDecoder(known ? declared : 'windows-1252').decode(bytes), faithful: known };
  }
}

function utf16Form(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? null;
}
