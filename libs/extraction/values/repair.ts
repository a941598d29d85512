import confusions from './confusions.json' with { type: 'json' };

const DIGITS: Record<string, string> = confusions;

/** Letters that an OCR engine takes digits for, turned back. To be believed only where a checksum or a sum confirms it. */
export const asDigits = (text: string): string => text.replace(/\p{L}|\|/gu, (char) => DIGITS[char] ?? char);

/** `9O0,l4` → `900,14`; null when it holds no misread digit or is no amount with two decimals afterwards. */
export function repairedAmount(text: string): string | null {
  const digits = text.replace(/\D/g, '').length;
  const repaired = asDigits(text);
  if (repaired === text || digits < 2 || digits < 0.5 * text.replace(/[.,]/g, '').length) return null;
  return /^-?\d{1,3}([.,]?\d{3})*[.,]\d{2}$/.test(repaired) ? repaired : null;
}
