import { currencyExponent, parseFixed, type FieldName } from '../../domain/index.js';
import { valueOf, type QualityInput } from './quality-check.js';

/** The number in units of 10^-scale, or null when it is none. */
export function units(text: string | null, scale: number): number | null {
  if (text === null) return null;
  try {
    return parseFixed(text, scale);
  } catch {
    return null;
  }
}

/** A header amount in minor units of the invoice's currency. */
export function minorOf(input: QualityInput, name: FieldName): number | null {
  return units(valueOf(input, name), scaleOf(input));
}

export const scaleOf = (input: QualityInput): number => currencyExponent(valueOf(input, 'currency'));

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
