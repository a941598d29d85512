import { formatAmount, type Field } from '../../../../libs/domain/index.js';
import { type Invoice, type InvoiceDetail, type StoredDocument } from '../../../../libs/payables/index.js';
import { type DocumentDto, type FieldDto, type InvoiceDetailDto, type InvoiceSummaryDto } from './invoice.dto.js';

export function toSummary(invoice: Invoice): InvoiceSummaryDto {
  const amount = (minor: number | null) => (minor === null ? null : formatAmount(minor, invoice.currency));
  return {
    id: invoice.id,
    status: invoice.status,
    supplierId: invoice.supplierId,
    documentType: invoice.documentType,
    invoiceNumber: invoice.invoiceNumber,
    sellerName: invoice.sellerName,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    currency: invoice.currency,
    totalWithoutVat: amount(invoice.totalWithoutVat),
    totalVat: amount(invoice.totalVat),
    totalWithVat: amount(invoice.totalWithVat),
    amountDue: amount(invoice.amountDue),
    score: invoice.score,
    engine: invoice.engine,
    engineRequested: invoice.engineRequested,
    version: invoice.version,
    receivedAt: invoice.receivedAt,
    readAt: invoice.readAt,
    decidedAt: invoice.decidedAt,
    decidedBy: invoice.decidedBy,
    document: toDocument(invoice.document),
  };
}

export function toDetail(invoice: InvoiceDetail): InvoiceDetailDto {
  const { content } = invoice;
  return {
    ...toSummary(invoice),
    fields: content && mapValues(content.fields, toField),
    lines: content ? content.lines.map((line) => ({ ...line, evidence: line.evidence.map(toEvidence) })) : [],
    vatBreakdown: content ? content.vatBreakdown.map((row) => ({ ...row })) : [],
    quality: content && {
      ...content.quality,
      checks: content.quality.checks.map((check) => ({ ...check, fields: [...check.fields] })),
    },
    warnings: content ? content.warnings.map((warning) => ({ ...warning })) : [],
    barcodes: invoice.barcodes.map((barcode) => ({ ...barcode, box: [...barcode.box] })),
    failure: invoice.failure && { ...invoice.failure },
    ms: invoice.ms && { ...invoice.ms },
    history: invoice.history.map((event) => ({ ...event })),
  };
}

const toEvidence = ({ page, box }: { page: number; box: readonly number[] }) => ({ page, box: [...box] });

function toField(field: Field): FieldDto {
  const [first] = field.evidence;
  return {
    value: field.value,
    raw: field.raw,
    confidence: field.confidence,
    source: field.source,
    page: first?.page ?? null,
    box: first ? [...first.box] : null,
    evidence: field.evidence.map(toEvidence),
    why: [...field.why],
  };
}

function toDocument({ originalName, mime, sizeBytes, pageCount, sha256, source }: StoredDocument): DocumentDto {
  return { fileName: originalName, mime, sizeBytes, pageCount, sha256, source };
}

const mapValues = <T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
