/** Lower case without accents, for comparing words of a language. */
export const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
