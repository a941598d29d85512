/** One entry of a barcode's text. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

const PAIR = /^\s*([\p{L}][\p{L}\d _.\-/]{0,30}?)\s*[:=]\s*(.+?)\s*$/u;

/** `invoiceNumber`, `invoice_number` → `invoice number`. */
const wordsOf = (key: string): string =>
  key
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .trim();

/** European Payments Council quick response code (SEPA credit transfer), one element a line. */
function epcPairs(lines: readonly string[]): Pair[] {
  const [, , , , bic, name, iban, amount, , reference, text] = lines;
  const currency = /^([A-Z]{3})([\d.]+)$/.exec(amount ?? '');
  return pairsFrom({
    bic,
    beneficiary: name,
    iban,
    currency: currency?.[1],
    'amount due': currency?.[2],
    'payment reference': reference || text,
  });
}

/** Swiss QR bill, elements at fixed lines. */
function swissPairs(lines: readonly string[]): Pair[] {
  return pairsFrom({
    iban: lines[3],
    beneficiary: lines[5],
    'amount due': lines[18],
    currency: lines[19],
    'payment reference': lines[28],
  });
}

function pairsFrom(entries: Record<string, string | undefined>): Pair[] {
  return Object.entries(entries).flatMap(([key, value]) => (value ? [{ key, value: value.trim() }] : []));
}

function jsonPairs(text: string): Pair[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const pairs: Pair[] = [];
  const walk = (value: object, depth: number) => {
    for (const [key, entry] of Object.entries(value)) {
      if (typeof entry === 'string' || typeof entry === 'number')
        pairs.push({ key: wordsOf(key), value: String(entry) });
      else if (typeof entry === 'object' && entry !== null && depth < 3) walk(entry, depth + 1);
    }
  };
  walk(parsed, 0);
  return pairs;
}

function queryPairs(text: string): Pair[] | null {
  if (!/^https?:\/\/\S+\?\S+=/i.test(text)) return null;
  try {
    return [...new URL(text).searchParams].map(([key, value]) => ({ key: wordsOf(key), value }));
  } catch {
    return null;
  }
}

/** Label and value pairs in a barcode's text; empty for plain numbers and texts. */
export function pairsOf(text: string): Pair[] {
  const trimmed = text.trim();
  if (trimmed.length > 4000) return [];
  const lines = trimmed.split(/\r?\n/);
  const address = /^https?:\/\//i.test(trimmed);
  if (lines[0] === 'BCD' && lines.length >= 7) return epcPairs(lines);
  if (lines[0] === 'SPC' && lines.length >= 29) return swissPairs(lines);
  const structured = queryPairs(trimmed) ?? (/^[[{]/.test(trimmed) ? jsonPairs(trimmed) : null);
  if (structured !== null) return structured;
  if (address) return [];
  const pieces = trimmed.split(/[\r\n;|&]+/).flatMap((piece) => piece.split(/[,\s]+(?=[A-Z_]{2,20}\s?[:=])/));
  return pieces.flatMap((piece) => {
    const match = PAIR.exec(piece);
    return match ? [{ key: wordsOf(match[1]!), value: match[2]! }] : [];
  });
}
