import { PDFiumLibrary } from '@hyzyla/pdfium';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';
import { FIELD_NAMES } from '../domain/index.js';
import { LAYOUTS } from './layouts/index.js';
import { makeSample, type Sample, SAMPLE_FORMATS } from './sample.js';
import { type SampleTruth } from './truth.js';

const squeezed = (text: string): string => text.replace(/\s+/g, '');

async function textOf(pdf: Buffer): Promise<string[]> {
  const document = await (await PDFiumLibrary.init()).loadDocument(pdf);
  try {
    return [...document.pages()].map((page) => page.getText());
  } finally {
    document.destroy();
  }
}

const printedAmount = (amount: string, language: string): string => {
  const [whole = '', cents = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '' : ',')}${language === 'fr' ? ',' : '.'}${cents}`;
};

function expectTruthShape(truth: SampleTruth): void {
  expect(Object.keys(truth.fields).sort()).toEqual([...FIELD_NAMES].sort());
  for (const name of ['issueDate', 'dueDate', 'deliveryDate'] as const) {
    expect(truth.fields[name] ?? '2026-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  for (const name of ['totalWithoutVat', 'totalVat', 'totalWithVat', 'amountDue'] as const) {
    expect(truth.fields[name] ?? '0.00').toMatch(/^\d+\.\d{2}$/);
  }
  expect(['invoice', 'creditNote']).toContain(truth.fields.documentType);
  expect(truth.vatBreakdown.length).toBeGreaterThan(0);
  for (const row of truth.vatBreakdown) {
    for (const value of [row.rate, row.base, row.amount]) expect(value).toMatch(/^\d+\.\d{2}$/);
  }
  for (const line of truth.lines) {
    expect(line.netAmount).toMatch(/^\d+\.\d{2}$/);
    expect(line.quantity).toMatch(/^\d+(\.\d+)?$/);
  }
}

describe('samples', () => {
  it.each(SAMPLE_FORMATS)('in format %s have the same bytes and truth for the same seed', async (format) => {
    const [first, second] = [await makeSample(42, { format }), await makeSample(42, { format })];
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.truth).toEqual(second.truth);
    expectTruthShape(first.truth);
    expect(first.truth.file).toBe(first.name);
  });

  it('differ from seed to seed', async () => {
    const names = new Set<string>();
    for (let seed = 0; seed < 8; seed++) names.add((await makeSample(seed, { format: 'ubl' })).name);
    expect(names.size).toBeGreaterThanOrEqual(7);
  });

  it.each(LAYOUTS.map((layout) => layout.id))('of layout %s show in their text what the truth says', async (layout) => {
    for (const kind of ['invoice', 'creditNote'] as const) {
      const { bytes, truth } = await makeSample(3, { layout, kind });
      const pages = await textOf(bytes);
      const text = squeezed(pages.join('\n'));
      expectTruthShape(truth);
      expect(pages).toHaveLength(layout === 'long' ? 2 : 1);
      const { invoiceNumber, totalWithVat, totalWithoutVat, amountDue, iban, buyerId, sellerVatId } = truth.fields;
      for (const identifier of [invoiceNumber, iban, buyerId, sellerVatId]) {
        if (identifier !== null) expect(text).toContain(squeezed(identifier));
      }
      for (const amount of [totalWithVat, totalWithoutVat, amountDue]) {
        if (amount !== null) expect(text).toContain(printedAmount(amount, truth.language));
      }
      for (const line of truth.lines) expect(text).toContain(printedAmount(line.netAmount, truth.language));
      expect(invoiceNumber).not.toBeNull();
      expect(totalWithVat).not.toBeNull();
      if (kind === 'creditNote') expect(iban).toBeNull();
    }
  });

  it('leave out of the truth what the layout does not print', async () => {
    const { bytes, truth } = await makeSample(5, { supplier: 'quellois', kind: 'invoice' });
    expect(truth.fields.buyerVatId).toBeNull();
    const debit = await makeSample(5, { supplier: 'telesia', kind: 'invoice' });
    expect(debit.truth.fields.iban).toBeNull();
    expect(squeezed((await textOf(bytes)).join(''))).not.toContain('FR87295161228');
  });

  it('carry the sum over from page to page in long invoices', async () => {
    const pages = await textOf((await makeSample(3, { layout: 'long' })).bytes);
    expect(pages[0]).toContain('À reporter');
    expect(pages[1]).toContain('Report');
  });

  it.each(['cii', 'ubl'] as const)(
    'in %s are well-formed XML with number, dates and totals in their places',
    async (format) => {
      for (const kind of ['invoice', 'creditNote'] as const) {
        const { bytes, truth } = await makeSample(9, { format, kind });
        const xml = bytes.toString('utf8');
        expect(XMLValidator.validate(xml)).toBe(true);
        const parsed = new XMLParser({ removeNSPrefix: true, parseTagValue: false }).parse(xml);
        const { invoiceNumber, totalWithVat, amountDue } = truth.fields;
        if (format === 'cii') {
          const { ExchangedDocument, SupplyChainTradeTransaction } = parsed.CrossIndustryInvoice;
          const sums =
            SupplyChainTradeTransaction.ApplicableHeaderTradeSettlement.SpecifiedTradeSettlementHeaderMonetarySummation;
          expect(ExchangedDocument.ID).toBe(invoiceNumber);
          expect(ExchangedDocument.TypeCode).toBe(kind === 'invoice' ? '380' : '381');
          expect([sums.GrandTotalAmount, sums.DuePayableAmount]).toEqual([totalWithVat, amountDue]);
        } else {
          const root = parsed[kind === 'invoice' ? 'Invoice' : 'CreditNote'];
          expect(root.ID).toBe(invoiceNumber);
          expect(root.IssueDate).toBe(truth.fields.issueDate);
          expect([root.LegalMonetaryTotal.TaxInclusiveAmount, root.LegalMonetaryTotal.PayableAmount]).toEqual([
            totalWithVat,
            amountDue,
          ]);
        }
      }
    },
  );

  async function embeddedXml(sample: Sample): Promise<string> {
    const pdf = await PDFDocument.load(sample.bytes);
    const files = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object): object is PDFRawStream => object instanceof PDFRawStream)
      .filter((stream) => stream.dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile'));
    expect(files).toHaveLength(1);
    return Buffer.from(decodePDFRawStream(files[0] as PDFRawStream).decode()).toString('utf8');
  }

  it('in Factur-X embed one XML that agrees with the page and is announced in the catalogue and the XMP', async () => {
    const sample = await makeSample(4, { format: 'facturx', supplier: 'brevanne', kind: 'invoice' });
    const xml = await embeddedXml(sample);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toContain(`<ram:GrandTotalAmount>${sample.truth.fields.totalWithVat}</ram:GrandTotalAmount>`);
    expect(sample.bytes.toString('latin1')).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
    const pdf = await PDFDocument.load(sample.bytes);
    expect(pdf.catalog.has(PDFName.of('AF'))).toBe(true);
    expect(sample.truth.embedded?.fields.totalWithVat).toBe(sample.truth.fields.totalWithVat);
    expect(sample.truth.mismatch).toBeUndefined();
  });

  it('in the mismatch variant say one total on the page and another in the XML', async () => {
    const sample = await makeSample(4, { format: 'facturx', mismatch: true });
    const embedded = sample.truth.embedded?.fields.totalWithVat;
    expect(embedded).not.toBe(sample.truth.fields.totalWithVat);
    expect(sample.truth.mismatch).toContain('totalWithVat');
    expect(await embeddedXml(sample)).toContain(`<ram:GrandTotalAmount>${embedded}</ram:GrandTotalAmount>`);
    expect(squeezed((await textOf(sample.bytes)).join(''))).toContain(
      printedAmount(sample.truth.fields.totalWithVat ?? '', sample.truth.language),
    );
  });

  it('as pictures are A4 at a scanner’s resolution, TIFFs with all their pages', async () => {
    const png = await sharp((await makeSample(6, { format: 'png' })).bytes).metadata();
    expect(png.density).toBe(150);
    expect(Math.abs((png.width ?? 0) - 1240)).toBeLessThanOrEqual(2);
    expect(Math.abs((png.height ?? 0) - 1754)).toBeLessThanOrEqual(2);
    const jpeg = await sharp((await makeSample(6, { format: 'scan-jpg' })).bytes).metadata();
    expect(jpeg.format).toBe('jpeg');
    expect([150, 200]).toContain(jpeg.density);
    const tiff = await sharp((await makeSample(6, { format: 'tiff' })).bytes, { pages: -1 }).metadata();
    expect([tiff.format, tiff.pages]).toEqual(['tiff', 2]);
  });

  it('refuse a layout of several pages in a format of one', async () => {
    await expect(makeSample(1, { format: 'png', layout: 'long' })).rejects.toThrow(RangeError);
    await expect(makeSample(1, { layout: 'no-such' })).rejects.toThrow(RangeError);
  });
});
