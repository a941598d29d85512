const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** `48213` → `48 ko` in French, `48 kB` in English. */
export function formatBytes(bytes: number, locale: string): string {
  const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const maximumFractionDigits = power === 2 ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: 'short',
    maximumFractionDigits,
  }).format(bytes / 1000 ** power);
}
