import { createContext, useContext } from 'react';
import { type Invoice } from '../api/types';
import { type Edit } from '../api/invoices';
import { type FieldName } from './field-groups';
import { type Mark } from './field-marks';
import { type Box } from './geometry';

/** Words that were picked on a page, and where they stand. */
export interface Picked {
  readonly text: string;
  readonly page: number;
  readonly box: Box;
}

/** The input that words of the page are written into. */
export interface Target {
  /** The header field, or null for a cell of a table. */
  readonly field: FieldName | null;
  readonly line: number | null;
  readonly label: string;
  /** @returns false when the text does not fit */
  readonly take: (words: Picked, append: boolean) => boolean;
}

export interface Review {
  readonly invoice: Invoice;
  readonly readOnly: boolean;
  readonly marks: Readonly<Record<FieldName, Mark>>;
  readonly target: Target | null;
  readonly setTarget: (target: Target | null) => void;
  readonly save: (edit: Edit) => void;
  readonly remember: (
    name: FieldName,
    value: string,
    places: readonly { readonly page: number; readonly box: Box }[],
  ) => void;
  readonly focusField: (name: FieldName) => void;
  readonly focusNextDoubtful: (from: FieldName | null) => void;
}

export const ReviewContext = createContext<Review | null>(null);

export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (!review) throw new Error('Outside of an invoice page');
  return review;
}

export const inputId = (name: FieldName): string => `field-${name}`;
