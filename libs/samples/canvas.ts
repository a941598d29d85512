import fontkit from '@pdf-lib/fontkit';
import { type Color, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import { webFont } from './web-font.js';

export const A4 = { width: 595.28, height: 841.89 } as const;

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  /** Where `x` is in the text. */
  readonly align?: 'left' | 'right' | 'centre';
}

interface Fonts {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
  readonly italic: PDFFont;
}

async function embedFonts(pdf: PDFDocument, family: string): Promise<Fonts> {
  if (family === 'helvetica') {
    return {
      regular: await pdf.embedFont(StandardFonts.Helvetica),
      bold: await pdf.embedFont(StandardFonts.HelveticaBold),
      italic: await pdf.embedFont(StandardFonts.HelveticaOblique),
    };
  }
  pdf.registerFontkit(fontkit);
  const embed = async (variant: string): Promise<PDFFont> =>
    pdf.embedFont(await webFont(family, variant), { subset: true });
  return {
    regular: await embed('400-normal'),
    bold: await embed('700-normal'),
    italic: await embed('400-italic'),
  };
}

const colourOf = (hex: string): Color =>
  rgb(...([1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number]));

/** Mixes a colour with white: 0 = white, 1 = the colour itself. */
export function tint(hex: string, strength: number): string {
  const mixed = [1, 3, 5].map((at) => Math.round(255 - (255 - parseInt(hex.slice(at, at + 2), 16)) * strength));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** A4 pages to draw on, in points from the top left corner; a text's `y` is its baseline. */
export class Canvas {
  private page: PDFPage;
  private readonly all: PDFPage[] = [];

  private constructor(
    readonly pdf: PDFDocument,
    private readonly fonts: Fonts,
  ) {
    this.page = this.addPage();
  }

  /** `family`: `helvetica` (not embedded), `lato` or `pt-serif` (embedded subsets). */
  static async create(family: string): Promise<Canvas> {
    const pdf = await PDFDocument.create({ updateMetadata: false });
    return new Canvas(pdf, await embedFonts(pdf, family));
  }

  get pageCount(): number {
    return this.all.length;
  }

  addPage(): PDFPage {
    this.page = this.pdf.addPage([A4.width, A4.height]);
    this.all.push(this.page);
    return this.page;
  }

  /** Draws on every page again, for footers that name the number of pages. */
  onEveryPage(draw: (page: number, pages: number) => void): void {
    const last = this.page;
    this.all.forEach((page, index) => {
      this.page = page;
      draw(index + 1, this.all.length);
    });
    this.page = last;
  }

  width(text: string, style: TextStyle = {}): number {
    return this.font(style).widthOfTextAtSize(text, style.size ?? 9);
  }

  text(x: number, y: number, text: string, style: TextStyle = {}): void {
    const size = style.size ?? 9;
    const shift = style.align === 'right' ? 1 : style.align === 'centre' ? 0.5 : 0;
    this.page.drawText(text, {
      x: x - this.width(text, style) * shift,
      y: A4.height - y,
      size,
      font: this.font(style),
      color: colourOf(style.colour ?? '#1f2328'),
    });
  }

  /** Breaks at spaces; returns the baseline below the last line. */
  paragraph(x: number, y: number, text: string, width: number, style: TextStyle = {}): number {
    const step = (style.size ?? 9) * 1.35;
    let baseline = y;
    for (const line of this.broken(text, width, style)) {
      this.text(x, baseline, line, style);
      baseline += step;
    }
    return baseline;
  }

  broken(text: string, width: number, style: TextStyle = {}): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && this.width(longer, style) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  }

  fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.page.drawRectangle({ x, y: A4.height - y - height, width, height, color: colourOf(colour) });
  }

  frame(x: number, y: number, width: number, height: number, colour = '#8a929b', thickness = 0.7): void {
    this.page.drawRectangle({
      x,
      y: A4.height - y - height,
      width,
      height,
      borderColor: colourOf(colour),
      borderWidth: thickness,
    });
  }

  line(x0: number, y0: number, x1: number, y1: number, colour = '#8a929b', thickness = 0.7): void {
    this.page.drawLine({
      start: { x: x0, y: A4.height - y0 },
      end: { x: x1, y: A4.height - y1 },
      thickness,
      color: colourOf(colour),
    });
  }

  circle(x: number, y: number, radius: number, colour: string): void {
    this.page.drawCircle({ x, y: A4.height - y, size: radius, color: colourOf(colour) });
  }

  private font(style: TextStyle): PDFFont {
    return style.bold ? this.fonts.bold : style.italic ? this.fonts.italic : this.fonts.regular;
  }
}
