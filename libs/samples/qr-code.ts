import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { formatFixed } from '../domain/index.js';
import { fullName } from './company.js';
import { type SampleInvoice } from './invoice-model.js';

/** Modules of a QR code without its quiet zone. */
export interface QrMatrix {
  readonly size: number;
  dark(row: number, column: number): boolean;
}

const resolver = createRequire(import.meta.url);
let ready: Promise<void> | undefined;

async function prepare(): Promise<void> {
  const bytes = await readFile(resolver.resolve('zxing-wasm/writer/zxing_writer.wasm'));
  const wasmBinary = new Uint8Array(bytes).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** @throws Error when the text is too long for a QR code */
export async function qrCode(text: string): Promise<QrMatrix> {
  await (ready ??= prepare());
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode', ecLevel: 'M', withQuietZones: false });
  if (error) throw new Error(`QR code: ${error}`);
  const size = symbol.width;
  const pixels = Uint8Array.from(symbol.data);
  return { size, dark: (row, column) => pixels[row * size + column] === 0 };
}

/** The text of a SEPA credit transfer code (EPC069-12, version 002). */
export function epcText(invoice: SampleInvoice): string {
  return [
    'BCD',
    '002',
    '1',
    'SCT',
    invoice.account.bic,
    fullName(invoice.supplier),
    invoice.account.iban,
    `EUR${formatFixed(invoice.totals.due, 2)}`,
    '',
    '',
    invoice.number,
  ].join('\n');
}
