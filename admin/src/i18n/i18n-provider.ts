import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishKit from 'ra-language-english';
import frenchKit from 'ra-language-french';
import enCodes from './en/codes.json';
import enUi from './en/ui.json';
import frCodes from './fr/codes.json';
import frUi from './fr/ui.json';

const MESSAGES = {
  fr: { ...frenchKit, ...frUi, ...frCodes },
  en: { ...englishKit, ...enUi, ...enCodes },
};

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
