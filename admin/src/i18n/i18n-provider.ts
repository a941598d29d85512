import polyglotI18nProvider from 'ra-i18n-polyglot';
import { type TranslationMessages } from 'react-admin';
import englishKit from 'ra-language-english';
import frenchKit from 'ra-language-french';
import enCodes from './en/codes.json';
import enUi from './en/ui.json';
import frCodes from './fr/codes.json';
import frUi from './fr/ui.json';

/** The kit's words, with ours where its own would speak of queries instead of views. */
const words = (kit: TranslationMessages, ui: typeof frUi, codes: typeof frCodes): TranslationMessages => ({
  ...kit,
  ...ui,
  ...codes,
  ra: { ...kit.ra, saved_queries: { ...kit.ra.saved_queries, ...ui.saved_queries } },
});

const MESSAGES = { fr: words(frenchKit, frUi, frCodes), en: words(englishKit, enUi, enCodes) };

export const LANGUAGES = [
  { locale: 'fr', name: 'Français' },
  { locale: 'en', name: 'English' },
];

export const i18nProvider = polyglotI18nProvider(
  (locale) => MESSAGES[locale as keyof typeof MESSAGES] ?? MESSAGES.fr,
  'fr',
  LANGUAGES,
  { allowMissing: true },
);
