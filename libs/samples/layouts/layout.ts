import { type Canvas } from '../canvas.js';
import { type Printout } from '../printout.js';
import { type QrMatrix } from '../qr-code.js';

export interface Extras {
  /** A payment code to print, null for none. */
  readonly qr: QrMatrix | null;
}

/** Draws an invoice. What it asks the printout for is what the page shows. */
export interface Layout {
  readonly id: string;
  /** False where the lines may run over several pages. */
  readonly onePage: boolean;
  draw(canvas: Canvas, out: Printout, extras: Extras): void;
}
