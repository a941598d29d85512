import { type Preparation } from '../preparation/prepare.js';

/** Tesseract's page segmentation: 3 = find columns and blocks, 6 = one block of lines, 11 = scattered text. */
type PageSegmentation = 3 | 6 | 11;

export interface Attempt {
  /** Which of the asked languages are used. Each further one costs about as much time again. */
  readonly languages: (asked: readonly string[]) => readonly string[];
  /** For pages with a grid of ruled cells, whose columns share no base line, and for others. */
  readonly pageSegmentation: { readonly grid: PageSegmentation; readonly plain: PageSegmentation };
  readonly preparation: Preparation;
}

/** Upright rulings of this length in page heights make a grid. */
export const GRID_FROM = 0.15;

const first = (asked: readonly string[]): readonly string[] => asked.slice(0, 1);
const second = (asked: readonly string[]): readonly string[] => (asked.length > 1 ? asked.slice(1, 2) : asked);

/** Letters that are large enough are read at their own size: enlarging costs time and loses words. */
const LETTERS = { least: 7, target: 16, most: 26 };
const CLEAN: Preparation = { eraseRulings: true, erasePictures: true, straighten: true, letterHeight: LETTERS };

/**
 * The first is the best guess; the others err elsewhere. The second language's data confuses other letters and digits than the
 * first's, so what both agree on is right; the third looks for words where the first two saw lines.
 */
export const ATTEMPTS: readonly [Attempt, ...Attempt[]] = [
  { languages: first, pageSegmentation: { grid: 11, plain: 6 }, preparation: CLEAN },
  { languages: second, pageSegmentation: { grid: 11, plain: 6 }, preparation: CLEAN },
  {
    languages: first,
    pageSegmentation: { grid: 6, plain: 3 },
    preparation: { ...CLEAN, letterHeight: { least: 20, target: 22, most: 26 } },
  },
];
