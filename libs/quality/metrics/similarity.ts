const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };

/** Lower case, without accents and punctuation, single spaces: what two spellings of one name have in common. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøł]/g, (char) => LIGATURES[char] ?? char)
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Levenshtein distance in UTF-16 units. Work grows with the product of the lengths. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(swap, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}

/** What `left` has more of than `right`, letter by letter. */
function surplus(left: string, right: string): number {
  const counts = new Map<string, number>();
  for (const char of right) counts.set(char, (counts.get(char) ?? 0) + 1);
  let missing = 0;
  for (const char of left) {
    const count = counts.get(char) ?? 0;
    if (count === 0) missing++;
    else counts.set(char, count - 1);
  }
  return missing;
}

/**
 * Whether the similarity is at least `threshold`. Says no in linear time to almost everything that is far apart, so it
 * can be asked of every place on a page and of texts of any length.
 */
export const isSimilar = (a: string, b: string, threshold: number): boolean =>
  arePlainlySimilar(plainText(a), plainText(b), threshold);

/** The same of two texts that are plain already. */
export function arePlainlySimilar(left: string, right: string, threshold: number): boolean {
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return false;
  const allowed = (1 - threshold) * longest + 1e-9;
  if (Math.abs(left.length - right.length) > allowed) return false;
  if (Math.max(surplus(left, right), surplus(right, left)) > allowed) return false;
  return editDistance(left, right) <= allowed;
}

/** 1 = the same once case, accents and punctuation are set aside, 0 = nothing in common. Two empty texts are not alike. */
export function similarity(a: string, b: string): number {
  const [left, right] = [plainText(a), plainText(b)];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 0 : 1 - editDistance(left, right) / longest;
}
