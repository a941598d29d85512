const A4_LONG_INCHES = 11.69;
const A4_SHORT_INCHES = 8.27;
/** Width of a till receipt, 80 mm. */
const RECEIPT_INCHES = 3.15;
/** Written by cameras, editors and libraries that know of no size. */
const DEFAULTS: readonly number[] = [72, 96];

/**
 * The dpi that a picture states when it makes a sheet of a size that papers have, else an estimate: the picture shows one A4 page,
 * or a till receipt when it is long and narrow.
 */
export function pictureDpi(widthPx: number, heightPx: number, stated: number | null): number {
  const long = Math.max(widthPx, heightPx);
  const short = Math.min(widthPx, heightPx);
  if (
    stated &&
    !DEFAULTS.includes(stated) &&
    stated >= 50 &&
    stated <= 1200 &&
    short / stated >= 2 &&
    short / stated <= 12 &&
    long / stated <= 40
  ) {
    return Math.round(stated);
  }
  const ratio = long / short;
  if (ratio > 2) return Math.max(1, Math.round(short / RECEIPT_INCHES));
  return Math.max(1, Math.round(ratio >= 1.2 ? long / A4_LONG_INCHES : short / A4_SHORT_INCHES));
}
