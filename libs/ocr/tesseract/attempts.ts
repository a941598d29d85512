import { type Preparation } from '../preparation/prepare.js';

export interface Attempt {
  /** How many of the asked languages are used, from which on. More than one costs about twice the time. */
  readonly languages: (asked: readonly string[]) => readonly string[];
  /** Page segmentation: 3 = find columns and blocks, 4 = one column, 6 = one block of lines, 11 = scattered text. */
  readonly pageSegmentation: 3 | 4 | 6 | 11;
  readonly preparation: Preparation;
}

const OWN_SIZE = { least: 7, target: 20, most: 26 };

/** The first is the best guess; the others err elsewhere. */
export const ATTEMPTS: readonly [Attempt, ...Attempt[]] = [
  {
    languages: ([first]) => (first ? [first] : []),
    pageSegmentation: 6,
    preparation: { eraseRulings: true, erasePictures: true, straighten: true, letterHeight: OWN_SIZE },
  },
  {
    languages: ([first]) => (first ? [first] : []),
    pageSegmentation: 3,
    preparation: { eraseRulings: false, erasePictures: false, straighten: true, letterHeight: OWN_SIZE },
  },
  {
    languages: ([first, second]) => (second ? [second] : first ? [first] : []),
    pageSegmentation: 11,
    preparation: {
      eraseRulings: true,
      erasePictures: true,
      straighten: true,
      letterHeight: { least: 12, target: 16, most: 20 },
    },
  },
];
