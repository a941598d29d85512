import { type Evidence, type QualityReport } from '../../../libs/domain/index.js';
import { type RawReading } from '../../../libs/pipeline/index.js';
import { fileError } from './file-error.js';

const round = (number: number, digits: number): number => Math.round(number * 10 ** digits) / 10 ** digits;
const place = ([first]: readonly Evidence[]) => ({
  page: first?.page ?? null,
  box: first ? first.box.map((edge) => round(edge, 4)) : null,
});

/** One line of `sandy read`, as documented for integrators. */
export function readOutput(file: string, sha256: string, reading: RawReading, quality: QualityReport): object {
  const { invoice } = reading;
  const fields = Object.entries(invoice.fields).map(([name, { value, confidence, source, evidence, why }]) => [
    name,
    { value, confidence: round(confidence, 3), ...place(evidence), source, why },
  ]);
  return {
    file,
    sha256,
    pages: reading.pageCount,
    engine: reading.engine,
    verdict: quality.verdict,
    fields: Object.fromEntries(fields) as object,
    vatBreakdown: invoice.vatBreakdown,
    lines: invoice.lines.map(({ evidence, confidence, ...line }) => ({
      ...line,
      confidence: round(confidence, 3),
      ...place(evidence),
    })),
    barcodes: reading.barcodes.map(({ format, text, page }) => ({ format, text, page })),
    warnings: invoice.warnings,
    quality: { ...quality, score: round(quality.score, 3) },
    ms: { total: Math.round(reading.ms.total), ocr: Math.round(reading.ms.ocr) },
  };
}

export const errorOutput = (file: string, error: unknown): object => ({ file, error: fileError(error) });
