import { normalise } from '../layout/index.js';
import knowledge from './knowledge.json' with { type: 'json' };

const LEGAL = new Set(knowledge.legalForms.map(normalise));
const COUNTRIES = new Set(knowledge.countries.map((name) => name.split(' ').map(normalise).join(' ')));
const STREETS = new Set(knowledge.streetWords.map(normalise));
const NOT_NAMES = new Set(knowledge.notNames.map(normalise));
const POSTAL = knowledge.postalLines.map((pattern) => new RegExp(pattern, 'u'));
const PARTICLES = new Set(knowledge.particles);
const FREE_MAIL = new Set(knowledge.freeMail);

export const wordsOf = (text: string): string[] =>
  text
    .split(/[\s,/'’–-]+/)
    .map(normalise)
    .filter(Boolean);

export const isPostalLine = (text: string): boolean =>
  text.length < 80 && POSTAL.some((pattern) => pattern.test(text.trim()));

export const isCountry = (text: string): boolean => COUNTRIES.has(wordsOf(text).join(' '));

/** `Ecke 12`: a short line that ends with a house number. */
const HOUSE_NUMBER = /^\p{L}[\p{L} .'’-]{2,30} \d{1,4} ?[a-zA-Z]?$/u;

export function isStreet(text: string): boolean {
  const words = wordsOf(text);
  const street = words.some(
    (word) =>
      STREETS.has(word) ||
      knowledge.streetEndings.some((ending) => word.length > ending.length + 2 && word.endsWith(ending)),
  );
  return (street && /\d/.test(text)) || HOUSE_NUMBER.test(text.trim());
}

/** Does the line begin with a kind of street: `Quai du Bassin-Nord`? */
export const opensWithStreet = (text: string): boolean => STREETS.has(wordsOf(text)[0] ?? '');

export const isContact = (text: string): boolean => /@|https?:|www\.|\+\d{2}|(\d{2}[ .]){4}\d{2}/.test(text);

export const hasLegalForm = (text: string): boolean =>
  wordsOf(text.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')).some(
    (word, index) => LEGAL.has(word) && (index > 0 || wordsOf(text).length > 1),
  );

/** The name without its legal form, letters and digits only: `Au bon moulin SARL` → `aubonmoulin`. */
export const nameKey = (text: string): string =>
  wordsOf(text)
    .filter((word) => !LEGAL.has(word))
    .join('');

/** Might this line of text be the name of a company or a person? */
export function looksLikeName(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  if (letters < 3 || text.length > 70 || /[:;!?€$%]|\.{3}|^[-•*>(]/.test(text)) return false;
  if (text.replace(/\D/g, '').length > 0.35 * text.length) return false;
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 9 || NOT_NAMES.has(words[0]!)) return false;
  if (!/^[\p{Lu}\d"«'’(@&]/u.test(text) && !/\p{Lu}/u.test(text)) return false;
  const printed = text.split(/\s+/);
  const small = printed.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLES.has(word)).length;
  if (printed.length >= 5 && small >= 0.4 * printed.length && !hasLegalForm(text)) return false;
  return !isPostalLine(text) && !isStreet(text) && !isContact(text) && !isCountry(text);
}

/** `Au bon moulin SARL - 1242 chemin de l'olive - 84340 Malaucène` in its parts. */
export const partsOfLetterhead = (text: string): string[] =>
  text
    .split(/\s+[-–—•·●|]\s+|\s*[•●|]\s*|,\s+(?=\d)/)
    .map((part) => part.trim())
    .filter(Boolean);

/** The second-level names of e-mail and web addresses on the pages. */
export function domainsIn(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(/(?:@|www\.|https?:\/\/(?:www\.)?)([a-z0-9.-]+)\.[a-z]{2,}/gi)) {
    const name = match[1]!.toLowerCase().split('.').pop()!;
    if (!FREE_MAIL.has(name)) found.add(name.replace(/[^a-z0-9]/g, ''));
  }
  return [...found];
}

export const FOOTER_WORDS: readonly string[] = knowledge.footerWords;
