import { SandyError } from './errors.js';

/** An amount as an integer count of the currency's minor unit (cents for EUR). */
export type Minor = number;

/** Minor-unit exponents that differ from 2 (ISO 4217). */
const EXPONENTS: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  JOD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
};

export function currencyExponent(currency: string | null | undefined): number {
  return EXPONENTS[currency ?? ''] ?? 2;
}

/**
 * Reads a plain decimal string (`-1234.5`) as an integer of 10^-scale units, rounding half away from zero.
 * @throws SandyError `value.not_decimal` for anything else, or beyond the range of exact integers.
 */
export function parseFixed(text: string, scale: number): number {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) throw new SandyError('value.not_decimal', { value: text });
  const [, sign, whole = '0', fraction = ''] = match;
  const digits = whole + fraction.padEnd(scale, '0').slice(0, scale);
  const roundUp = Number(fraction[scale] ?? '0') >= 5 ? 1 : 0;
  const magnitude = Number(digits) + roundUp;
  if (!Number.isSafeInteger(magnitude)) throw new SandyError('value.not_decimal', { value: text });
  return sign === '-' && magnitude !== 0 ? -magnitude : magnitude;
}

/** Writes an integer of 10^-scale units as a plain decimal string with exactly `scale` digits after the dot. */
export function formatFixed(units: number, scale: number): string {
  const digits = Math.abs(units)
    .toString()
    .padStart(scale + 1, '0');
  const sign = units < 0 ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** `"12.30"` → 1230 for EUR. @throws SandyError `value.not_decimal` */
export const parseAmount = (text: string, currency?: string | null): Minor =>
  parseFixed(text, currencyExponent(currency));

/** 1230 → `"12.30"` for EUR. */
export const formatAmount = (minor: Minor, currency?: string | null): string =>
  formatFixed(minor, currencyExponent(currency));

/** Quantities and unit prices carry more digits than money: they are kept in millionths. */
export const MICRO_SCALE = 6;
export const parseMicro = (text: string): number => parseFixed(text, MICRO_SCALE);
/** 1500000 → `"1.5"`: no trailing zeros, at least `minFraction` digits after the dot. */
export function formatMicro(micro: number, minFraction = 0): string {
  const [whole = '0', fraction = ''] = formatFixed(micro, MICRO_SCALE).split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(minFraction, '0');
  return kept ? `${whole}.${kept}` : whole;
}
