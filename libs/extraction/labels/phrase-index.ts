import { type Token } from '../layout/index.js';
import { normalise, splitWord } from '../layout/tokenise.js';
import aliases from './aliases.json' with { type: 'json' };
import stopWords from './stop-words.json' with { type: 'json' };

interface Node<T> {
  next: Map<string, Node<T>>;
  payload: T[];
}

export interface PhraseMatch<T> {
  readonly payload: readonly T[];
  /** Index behind the last token. */
  readonly end: number;
  /** Words that matched, stop words not counted. */
  readonly length: number;
}

const STOPS = new Set(stopWords.map(normalise));
STOPS.add('&');
const ALIASES = new Map<string, string>();
for (const [word, others] of Object.entries(aliases)) for (const other of others) ALIASES.set(normalise(other), word);

/** A token's word as the dictionary knows it. */
export function dictionaryWord(text: string): string {
  const norm = normalise(text);
  // Owed (« dû »), not the article: the accent is all that tells them apart.
  if (/^dû$/iu.test(text)) return 'dû';
  if (norm === 'n' && !/['’]/.test(text)) return 'no';
  return ALIASES.get(norm) ?? norm;
}

const wordsOf = (phrase: string): string[] => {
  const all = phrase
    .split(/\s+/)
    .flatMap(splitWord)
    .map(dictionaryWord)
    .filter((word) => word !== '');
  const kept = all.filter((word) => !STOPS.has(word));
  return kept.length > 0 ? kept : all;
};

/** Shorter words are too easily other words (`totam`, `total`). */
const SHORTEST_MISREAD = 7;

/** One letter read as another, in words long enough that nothing else is meant. */
function differsByOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let wrong = 0;
  for (let i = 0; i < a.length && wrong < 2; i++) if (a[i] !== b[i]) wrong++;
  return wrong === 1;
}

/** Finds the longest dictionary phrase at a place in a line; a misread letter in a long word does not hinder. */
export class PhraseIndex<T> {
  private readonly root: Node<T> = { next: new Map(), payload: [] };
  private readonly vocabulary = new Map<number, string[]>();
  private readonly corrected = new Map<string, string>();

  add(phrase: string, payload: T): void {
    let node = this.root;
    for (const word of wordsOf(phrase)) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), payload: [] };
        node.next.set(word, next);
        const sameLength = this.vocabulary.get(word.length) ?? [];
        if (word.length >= SHORTEST_MISREAD && !sameLength.includes(word))
          this.vocabulary.set(word.length, [...sameLength, word]);
      }
      node = next;
    }
    node.payload.push(payload);
  }

  match(tokens: readonly Token[], start: number, maxGap: number): PhraseMatch<T> | null {
    let node = this.root;
    let best: PhraseMatch<T> | null = null;
    let length = 0;
    for (let i = start; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (i > start && token.x0 - tokens[i - 1]!.x1 > maxGap) break;
      if (token.norm === '') {
        if (/[:=;|]/.test(token.text) || i === start) break;
        continue;
      }
      const word = this.wordOf(token);
      const next = node.next.get(word);
      if (next === undefined) {
        if (i > start && STOPS.has(word)) continue;
        break;
      }
      node = next;
      length++;
      if (node.payload.length > 0) best = { payload: node.payload, end: i + 1, length };
    }
    return best;
  }

  /** What the whole text means, for example a key in a barcode; empty when it is no phrase. */
  whole(text: string): readonly T[] {
    let node: Node<T> | undefined = this.root;
    for (const word of wordsOf(text)) node = node?.next.get(word);
    return node === this.root ? [] : (node?.payload ?? []);
  }

  private wordOf(token: Token): string {
    const word = dictionaryWord(token.text);
    if (token.confidence >= 1 || word.length < SHORTEST_MISREAD || /\d{2}/.test(word)) return word;
    const known = this.corrected.get(word);
    if (known !== undefined) return known;
    const same = this.vocabulary.get(word.length) ?? [];
    const corrected = same.includes(word) ? word : (same.find((entry) => differsByOne(entry, word)) ?? word);
    if (this.corrected.size < 20_000) this.corrected.set(word, corrected);
    return corrected;
  }
}
