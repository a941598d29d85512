import { FIELD_NAMES } from '../../domain/index.js';
import { type Line, textOf, type Token, type Span } from '../layout/index.js';
import columns from './columns.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import { PhraseIndex } from './phrase-index.js';

/** What a label announces: a field of the invoice, or something that must not be taken for one. */
export const LABEL_KEYS = [
  ...FIELD_NAMES,
  'title.invoice',
  'title.creditNote',
  'otherDate',
  'otherRef',
  'otherAmount',
  'vatId',
  'siren',
  'siret',
  'paymentMeans',
  'party.seller',
  'party.buyer',
  'party.delivery',
  'party.payee',
  'party.taxRep',
  'contact',
  'vatRate',
  'vatBase',
] as const;
export type LabelKey = (typeof LABEL_KEYS)[number];
export type Language = 'fr' | 'en' | 'de' | 'nl' | 'es' | 'it';

export interface Meaning {
  readonly key: LabelKey;
  readonly strong: boolean;
  readonly language: Language;
}

/** A label on the page. */
export interface Label extends Span {
  readonly meanings: readonly Meaning[];
  readonly text: string;
  /** Number of words that matched. */
  readonly words: number;
}

export type ColumnKind = keyof typeof columns;
type Dictionary = Record<string, { strong: string[]; weak?: string[] }>;
const DICTIONARIES: Record<Language, Dictionary> = { fr, en, de, nl, es, it };

const LABELS = new PhraseIndex<Meaning>();
for (const [language, dictionary] of Object.entries(DICTIONARIES) as [Language, Dictionary][]) {
  for (const [name, { strong, weak }] of Object.entries(dictionary)) {
    const key = LABEL_KEYS.find((known) => known === name);
    if (key === undefined) throw new Error(`labels/${language}.json: unknown key ${name}`);
    for (const phrase of strong) LABELS.add(phrase, { key, strong: true, language });
    for (const phrase of weak ?? []) LABELS.add(phrase, { key, strong: false, language });
  }
}

const COLUMNS = new PhraseIndex<ColumnKind>();
for (const [kind, phrases] of Object.entries(columns) as [ColumnKind, string[]][]) {
  for (const phrase of phrases) COLUMNS.add(phrase, kind);
}

/** Labels of a line from left to right, the longest phrase at each place, none overlapping. */
export function labelsOf(line: Line): Label[] {
  const found: Label[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    const match = LABELS.match(line.tokens, i, 1.3 * line.em);
    if (match === null) continue;
    const tokens = line.tokens.slice(i, match.end);
    const last = tokens[tokens.length - 1]!;
    found.push({
      meanings: match.payload,
      text: textOf(tokens),
      tokens,
      words: match.length,
      line: line.index,
      page: line.page,
      x0: tokens[0]!.x0,
      x1: last.x1,
      y0: line.y0,
      y1: line.y1,
    });
    i = match.end - 1;
  }
  return found;
}

/** What a key outside the page (in a barcode) announces. */
export const meaningsOf = (text: string): readonly Meaning[] => LABELS.whole(text);

/** The column heading that begins at `start`, with the index behind it. */
export function columnAt(
  tokens: readonly Token[],
  start: number,
  maxGap: number,
): { kinds: readonly ColumnKind[]; end: number } | null {
  const match = COLUMNS.match(tokens, start, maxGap);
  return match && { kinds: match.payload, end: match.end };
}

export const hasMeaning = (label: Label, ...keys: LabelKey[]): boolean =>
  label.meanings.some((meaning) => keys.includes(meaning.key));

/** The language most labels speak, French when there are none. Words shared by languages count for each. */
export function languageOf(labels: readonly Label[]): Language {
  const votes: Record<Language, number> = { fr: 0.5, en: 0, de: 0, nl: 0, es: 0, it: 0 };
  for (const label of labels) {
    for (const language of new Set(label.meanings.map((meaning) => meaning.language))) votes[language] += label.words;
  }
  return (Object.entries(votes) as [Language, number][]).reduce((best, entry) =>
    entry[1] > best[1] ? entry : best,
  )[0];
}
