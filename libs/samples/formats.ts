import { type CalendarDate, formatFixed, type Minor } from '../domain/index.js';
import months from './data/calendar.json' with { type: 'json' };

export type Language = 'fr' | 'en';
const NBSP = '\u00a0';

const grouped = (digits: string, separator: string): string => digits.replace(/\B(?=(\d{3})+$)/g, separator);

function decimal(units: number, scale: number, language: Language): string {
  const [whole = '', fraction] = formatFixed(Math.abs(units), scale).split('.');
  const head = grouped(whole, language === 'fr' ? NBSP : ',');
  const body = fraction === undefined ? head : `${head}${language === 'fr' ? ',' : '.'}${fraction}`;
  return units < 0 ? `-${body}` : body;
}

/** 123456 → `1 234,56` or `1,234.56`. */
export const amountText = (minor: Minor, language: Language): string => decimal(minor, 2, language);

/** With the sign of the currency: `1 234,56 €` or `€1,234.56`. */
export function moneyText(minor: Minor, language: Language): string {
  if (language === 'fr') return `${amountText(minor, 'fr')}${NBSP}€`;
  return minor < 0 ? `-€${amountText(-minor, 'en')}` : `€${amountText(minor, 'en')}`;
}

/** 1500 → `1,5`; 12000 → `12`. */
export function quantityText(milli: number, language: Language): string {
  const scale = milli % 1000 === 0 ? 0 : milli % 100 === 0 ? 1 : milli % 10 === 0 ? 2 : 3;
  return decimal(milli / 10 ** (3 - scale), scale, language);
}

/** 550 → `5,5`; 2000 → `20`. */
export const rateText = (basisPoints: number, language: Language): string => quantityText(basisPoints * 10, language);

/** 28912345600012 → `289 123 456 00012`. */
export const spacedSiret = (siret: string): string =>
  `${siret.slice(0, 3)}${NBSP}${siret.slice(3, 6)}${NBSP}${siret.slice(6, 9)}${NBSP}${siret.slice(9)}`;

export const spacedSiren = (siren: string): string => spacedSiret(siren).trim();

export const spacedVatId = (vatId: string): string =>
  `${vatId.slice(0, 2)}${NBSP}${vatId.slice(2, 4)}${NBSP}${spacedSiren(vatId.slice(4))}`;

export const spacedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, `$1${NBSP}`);

/** `numeric`: 03/04/2026, day first; `long`: 3 avril 2026. */
export function dateText(date: CalendarDate, style: string, language: Language): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  if (style !== 'long') return `${day}/${month}/${year}`;
  const name = months[language][Number(month) - 1] as string;
  return language === 'fr' && day === '01' ? `1er ${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
