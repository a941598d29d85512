import { type Line, type Token, type Span } from '../layout/index.js';
import { repairedAmount } from './repair.js';
import formats from './number-formats.json' with { type: 'json' };

/** The decimal sign that a document uses, null when it does not show it. */
export type DecimalSign = ',' | '.' | null;

export interface NumberValue extends Span {
  /** Plain decimal string with sign, as printed digits: `-1234.50`. */
  readonly value: string;
  readonly amount: number;
  readonly decimals: number;
  readonly percent: boolean;
  /** ISO code when a currency stands beside it. */
  readonly currency: string | null;
  /** Letters were read as digits: believed only where arithmetic confirms it. */
  readonly repaired: boolean;
}

const SYMBOLS: Record<string, string> = formats.currencySymbols;
const WORDS: Record<string, string> = formats.currencyWords;
const SHAPE = /^\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d+)?$|^\d+(?:[.,]\d+)?$|^[.,]\d{1,2}$/;

/** ISO code of a currency sign or code standing alone as a token, else null. */
export function currencyOf(token: Token): string | null {
  const text = token.text.trim();
  return SYMBOLS[text] ?? SYMBOLS[text.toLowerCase()] ?? WORDS[text.toLowerCase().replace(/[().:,*]/g, '')] ?? null;
}

/**
 * Reads the digits of one number: `1 234,56`, `1.234,56`, `1,234.56`, `1'234.50`.
 * A lone separator before exactly three digits is read by the document's own sign.
 */
export function readDigits(text: string, sign: DecimalSign): { value: string; decimals: number } | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  if (!SHAPE.test(plain)) return null;
  const last = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  if (last < 0) {
    const digits = plain.replace(/['’]/g, '');
    return { value: stripZeros(digits), decimals: 0 };
  }
  const mark = plain[last]!;
  const marks = [...plain].filter((char) => char === ',' || char === '.');
  const tail = plain.length - last - 1;
  const bothKinds = new Set(marks).size > 1;
  const groups = !bothKinds && marks.length > 1;
  const whole = plain.slice(0, last).replace(/\D/g, '');
  const grouping = tail === 3 && whole.length <= 3 && whole !== '0' && whole !== '' && sign !== mark;
  if (groups || (!bothKinds && grouping)) return { value: stripZeros(plain.replace(/\D/g, '')), decimals: 0 };
  return { value: `${stripZeros(whole || '0')}.${plain.slice(last + 1)}`, decimals: tail };
}

const stripZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** The sign that most two-digit decimals on the pages use. */
export function decimalSignOf(lines: readonly Line[]): DecimalSign {
  let commas = 0;
  let dots = 0;
  for (const line of lines) {
    for (const { text } of line.tokens) {
      const match = /^[^\p{L}\d]?-?(?:\d{1,3}(?:[.,]\d{3})+|\d+)([.,])\d{2}(?!\d|[.,]\d)/u.exec(text);
      if (match?.[1] === ',') commas++;
      else if (match) dots++;
    }
  }
  if (commas === dots) return null;
  return commas > dots ? ',' : '.';
}

interface Parts {
  readonly negative: boolean;
  readonly digits: string;
  readonly currency: string | null;
  readonly percent: boolean;
}

const WITH_MARKS =
  /^(?<open>\()?(?<sign1>[-−–+])?(?<cur1>[€$£¥₹]|EUR|USD|GBP|CHF|Rs\.?)?(?<sign2>[-−–])?(?<digits>[.,]?\d[\d.,'’]*)(?<sign3>[-−–])?(?<cur2>[€$£¥₹]|EUR|Euro|euros?|USD|GBP|CHF)?(?<pct>%)?(?<close>\))?[,;:*]?$/iu;

function partsOf(text: string): Parts | null {
  const match = WITH_MARKS.exec(text);
  if (!match?.groups) return null;
  const { open, close, sign1, sign2, sign3, cur1, cur2, pct } = match.groups;
  const digits = match.groups.digits!.replace(/[.,'’]+$/, '');
  const mark = (cur1 ?? cur2 ?? '').toLowerCase().replace('.', '');
  return {
    negative: (open !== undefined && close !== undefined) || [sign1, sign2, sign3].some((sign) => sign && sign !== '+'),
    digits,
    currency: mark === '' ? null : (SYMBOLS[mark] ?? WORDS[mark] ?? null),
    percent: pct !== undefined,
  };
}

const near = (a: Token, b: Token, em: number, gap: number): boolean => b.x0 - a.x1 < gap * em;

/** Groups of digits stand a narrow space apart; in typewriter faces that is as wide as a digit. */
function sameNumber(a: Token, b: Token, em: number): boolean {
  const digit = Math.max((a.x1 - a.x0) / a.text.length, (b.x1 - b.x0) / b.text.length);
  return b.x0 - a.x1 < Math.max(0.55 * em, Math.min(1.2 * digit, 0.9 * em));
}

/** All numbers of a line, words that belong to one number joined (`1` `234,56` `€`). */
export function numbersOf(line: Line, sign: DecimalSign): NumberValue[] {
  const found: NumberValue[] = [];
  const { tokens, em } = line;
  for (let i = 0; i < tokens.length; i++) {
    const printed = partsOf(tokens[i]!.text);
    const mended = printed === null && tokens[i]!.confidence < 1 ? repairedAmount(tokens[i]!.text) : null;
    const first = mended === null ? printed : partsOf(mended);
    if (first === null) continue;
    const own = [tokens[i]!];
    let { digits, negative, currency, percent } = first;
    let closed = currency !== null && /\D$/.test(tokens[i]!.text);
    while (!closed && /^\d{1,3}( \d{3})*$/.test(digits) && !percent && i + 1 < tokens.length) {
      const next = tokens[i + 1]!;
      if (!sameNumber(tokens[i]!, next, em) || next.glued || !/^\d{3}(?!\d)/.test(next.text)) break;
      const parts = partsOf(next.text);
      if (parts === null || parts.negative || !/^\d{3}([.,]\d+)?$/.test(parts.digits)) break;
      digits += ` ${parts.digits}`;
      currency ??= parts.currency;
      percent = parts.percent;
      closed = parts.currency !== null;
      own.push(next);
      i++;
    }
    const read = readDigits(digits, sign);
    if (read === null) continue;
    const before = tokens[i - own.length];
    const after = tokens[i + 1];
    if (before !== undefined && /^[-−–]$/.test(before.text) && own[0]!.x0 - before.x1 < 0.7 * em) {
      const ahead = tokens[i - own.length - 1];
      if (ahead === undefined || !near(ahead, before, em, 0.6) || currencyOf(ahead)) {
        negative = true;
        own.unshift(before);
      }
    }
    if (after !== undefined && near(tokens[i]!, after, em, 1.6)) {
      const code = currencyOf(after);
      if (after.text === '%') percent = true;
      else if (code !== null && !percent) currency ??= code;
    }
    const head = tokens[tokens.indexOf(own[0]!) - 1];
    if (currency === null && head !== undefined && near(head, own[0]!, em, 1.6)) {
      const code = currencyOf(head);
      if (code !== null) currency = code;
    }
    const value = negative && Number(read.value) !== 0 ? `-${read.value}` : read.value;
    const last = own[own.length - 1]!;
    found.push({
      value,
      amount: Number(value),
      decimals: read.decimals,
      percent,
      currency,
      repaired: mended !== null,
      tokens: own,
      line: line.index,
      page: line.page,
      x0: own[0]!.x0,
      x1: last.x1,
      y0: own[0]!.y0,
      y1: last.y1,
    });
  }
  return found;
}

/** Cents, rounded half away from zero. */
export const cents = (amount: number): number => Math.sign(amount) * Math.round(Math.abs(amount) * 100 + 1e-6);

export const centsText = (value: number): string => (value / 100).toFixed(2);
