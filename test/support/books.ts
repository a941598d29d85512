import { randomBytes } from 'node:crypto';
import { fieldsWith, type Field, type FieldName, type QualityReport } from '../../libs/domain/index.js';
import { type NewDocument, type Reading } from '../../libs/payables/index.js';

export const field = (value: string, changes: Partial<Field> = {}): Field => ({
  value,
  raw: value,
  confidence: 0.99,
  source: 'text',
  evidence: [{ page: 1, box: [0.1, 0.1, 0.2, 0.12] }],
  why: ['label:test'],
  ...changes,
});

export const newDocument = (changes: Partial<NewDocument> = {}): NewDocument => ({
  sha256: randomBytes(32).toString('hex'),
  mime: 'application/pdf',
  sizeBytes: 1234,
  pageCount: 1,
  originalName: 'facture.pdf',
  blobKey: 'blobs/aa/bb',
  source: 'upload',
  receivedAt: new Date('2026-03-01T10:00:00.123Z'),
  ...changes,
});

const quality: QualityReport = { score: 0.97, threshold: 0.85, verdict: 'accept', checks: [] };

export const reading = (values: Partial<Record<FieldName, string>> = {}, changes: Partial<Reading> = {}): Reading => ({
  engine: 'text',
  fields: fieldsWith(
    Object.fromEntries(
      Object.entries({
        documentType: 'invoice',
        invoiceNumber: 'F-1',
        issueDate: '2026-02-28',
        sellerName: 'Ateliers Exemple',
        currency: 'EUR',
        totalWithoutVat: '100.00',
        totalVat: '20.00',
        totalWithVat: '120.00',
        ...values,
      }).map(([name, value]) => [name, field(value)]),
    ),
  ),
  lines: [
    {
      description: 'Réglage',
      quantity: '2',
      unitPrice: '50.00',
      netAmount: '100.00',
      vatRate: '20.00',
      confidence: 0.9,
      evidence: [],
    },
  ],
  vatBreakdown: [{ rate: '20.00', base: '100.00', amount: '20.00' }],
  warnings: [],
  rowsByPerson: false,
  quality,
  barcodes: [],
  pages: [
    {
      number: 1,
      engineId: 'text',
      widthPx: 100,
      heightPx: 140,
      words: [{ text: 'Facture', box: [0.1, 0.1, 0.2, 0.12], confidence: 1 }],
    },
  ],
  ms: { total: 12, ocr: 3 },
  ...changes,
});
