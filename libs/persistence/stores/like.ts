/** `%text%` for a LIKE, without the wildcards that the text itself has. */
export const likePattern = (text: string): string => `%${text.replace(/[%_\\]/g, ' ').trim()}%`;
