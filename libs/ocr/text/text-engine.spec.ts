import { type PageImage, type Word } from '../../domain/index.js';
import { ocrEngineContract } from '../ocr-engine.contract.js';
import { TextEngine } from './text-engine.js';
import { textLayerFeatures, unusable } from './text-layer-quality.js';

const TEXT = `Facture F2026-0042 du 15 mars 2026 Désignation Quantité Prix unitaire Montant HT Prestation de conseil
  3 450,00 € 1 350,00 € Total HT 1 350,00 € TVA 20 % 270,00 € Total TTC 1 620,00 €`;

const wordsOf = (text: string): Word[] =>
  text.split(/\s+/).map((word, i) => ({ text: word, box: [0.1, i / 100, 0.2, i / 100 + 0.005], confidence: 1 }));

/** @param letters how many small angles stand on the picture */
function pageWith(textLayer: Word[] | null, letters = 0): PageImage {
  const widthPx = 400;
  const data = Buffer.alloc(widthPx * 400 * 3, 255);
  for (let i = 0; i < letters; i++) {
    const [left, top] = [(i % 40) * 10, Math.floor(i / 40) * 12];
    for (const [x, y] of [...Array(48).keys()].map((n) => [n % 6, Math.floor(n / 6)] as const)) {
      if (x === 0 || y === 0)
        data.fill(0, ((top + y) * widthPx + left + x) * 3, ((top + y) * widthPx + left + x) * 3 + 3);
    }
  }
  return {
    number: 1,
    widthPx,
    heightPx: 400,
    dpi: 96,
    textLayer,
    raster: async () => ({ widthPx, heightPx: 400, data }),
  };
}

ocrEngineContract('the text layer', {
  create: () => new TextEngine(),
  page: async () => pageWith(wordsOf(TEXT)),
  printed: ['F2026-0042', '450,00', 'TTC'],
  unreadable: () => pageWith(null),
});

describe('the text layer engine', () => {
  const engine = new TextEngine();
  const read = (page: PageImage) => engine.recognise(page, { languages: [], attempt: 0 }, new AbortController().signal);

  it('says that there is no text layer', async () => {
    await expect(read(pageWith(null))).rejects.toMatchObject({
      code: 'engine.no_text_layer',
      params: { reason: 'none' },
    });
  });

  it('refuses a stamp on a scanned page', async () => {
    await expect(read(pageWith(wordsOf('Copie certifiée'), 200))).rejects.toMatchObject({
      code: 'engine.no_text_layer',
      params: { reason: 'too_little' },
    });
  });

  it('takes a nearly empty last page as it is', async () => {
    expect((await read(pageWith(wordsOf('Page 2 sur 2'), 8))).words).toHaveLength(4);
  });
});

describe('the usability of a text layer', () => {
  it.each([
    ['a French invoice', TEXT, null],
    ['a table of figures', `${'12 450,00 3,5 20,00 % 1 620,00 '.repeat(10)} Total`, null],
    [
      'a German invoice',
      'Rechnung Nr. 4711 vom 15.03.2026 Straße Übertrag Betrag Summe netto brutto zahlbar sofort ohne Abzug',
      null,
    ],
    ['a page number', 'Page 1', 'too_little'],
    ['private-use characters', '\ue001\ue002\ue003 \ue010\ue011\ue012 '.repeat(20), 'unmapped'],
    ['replacement characters', 'Fac\ufffdure T\ufffdtal \ufffd\ufffd '.repeat(20), 'unmapped'],
    ['UTF-8 read as Latin-1', 'DÃ©signation QuantitÃ© rÃ©glÃ© Ã©chÃ©ance 12 â‚¬ '.repeat(8), 'mojibake'],
    ['a shifted font encoding', '#$%& *+,- /"!! \'()* <=>? '.repeat(20), 'symbols'],
    ['letters shifted by a cipher', 'Gbdlvsf Ufyhlsct Rwlrztq Tnmtsnl Xcfwbhj '.repeat(10), 'no_words'],
    ['letters one by one', 'F a c t u r e n u m e r o d e u x '.repeat(8), 'scattered'],
  ])('of %s', (_name, text, reason) => {
    expect(unusable(wordsOf(text.trim()))).toBe(reason);
  });

  it('is measured in shares', () => {
    const features = textLayerFeatures(wordsOf('Total \ue001\ue001 12,5'));
    expect(features).toMatchObject({ characters: 11, words: 3, withVowel: 1, single: 0 });
    expect(features.unmapped).toBeCloseTo(2 / 11);
    expect(features.readable).toBeCloseTo(8 / 11);
  });
});
