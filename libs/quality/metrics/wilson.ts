/** A share with its 95 % interval after Wilson, which stays within 0–1 and is honest for small counts. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** Null when there was nothing to count. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const Z = 1.959964;

export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: null, high: null };
  const share = count / of;
  const scale = 1 + Z ** 2 / of;
  const centre = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { count, of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
