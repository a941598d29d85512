import { ApiProperty } from '@nestjs/swagger';
import { FIELD_NAMES, INVOICE_STATUSES, type FieldSource, type InvoiceStatus } from '../../../../libs/domain/index.js';
import { INVOICE_EVENTS, type DocumentSource, type InvoiceEventKind } from '../../../../libs/payables/index.js';

const SOURCES = ['xml', 'text', 'ocr', 'barcode', 'computed', 'person'] as const satisfies readonly FieldSource[];
const DOCUMENT_SOURCES = ['upload', 'inbox', 'cli', 'demo'] as const satisfies readonly DocumentSource[];
const PARAMS = { type: 'object', additionalProperties: true } as const;
const BOX = {
  type: 'array',
  items: { type: 'number' },
  minItems: 4,
  maxItems: 4,
  description: 'Left, top, right, bottom as fractions of the page',
  example: [0.62, 0.05, 0.78, 0.07],
} as const;

export class EvidenceDto {
  @ApiProperty({ example: 1, description: 'From 1' })
  page!: number;

  @ApiProperty(BOX)
  box!: number[];
}

export class FieldDto {
  @ApiProperty({ type: String, nullable: true, example: 'F20260023', description: 'Null = not on the document' })
  value!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'F 2026 0023', description: 'As printed' })
  raw!: string | null;

  @ApiProperty({ example: 0.98, minimum: 0, maximum: 1 })
  confidence!: number;

  @ApiProperty({ enum: SOURCES, enumName: 'FieldSource' })
  source!: FieldSource;

  @ApiProperty({ type: Number, nullable: true, example: 1 })
  page!: number | null;

  @ApiProperty({ ...BOX, nullable: true })
  box!: number[] | null;

  @ApiProperty({ type: [EvidenceDto], description: 'Every place where the value stands' })
  evidence!: EvidenceDto[];

  @ApiProperty({ type: [String], example: ['label:Facture n°'], description: 'Reasons, as codes' })
  why!: string[];
}

export class LineDto {
  @ApiProperty({ type: String, nullable: true, example: 'Ramettes A4 80 g' })
  description!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2' })
  quantity!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '4.90' })
  unitPrice!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '9.80' })
  netAmount!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '20.00', description: 'Percent' })
  vatRate!: string | null;

  @ApiProperty({ example: 0.97, minimum: 0, maximum: 1 })
  confidence!: number;

  @ApiProperty({ type: [EvidenceDto] })
  evidence!: EvidenceDto[];
}

export class VatRowDto {
  @ApiProperty({ example: '20.00', description: 'Percent' })
  rate!: string;

  @ApiProperty({ example: '11.00' })
  base!: string;

  @ApiProperty({ example: '2.20' })
  amount!: string;
}

export class WarningDto {
  @ApiProperty({ example: 'einvoice.mismatch' })
  code!: string;

  @ApiProperty({ ...PARAMS, example: { field: 'totalWithVat', xml: '120.00', page: '102.00' } })
  params!: Record<string, unknown>;
}

export class CheckDto {
  @ApiProperty({ example: 'totals.add_up' })
  code!: string;

  @ApiProperty({ type: Boolean, nullable: true, example: true, description: 'Null = there was nothing to check' })
  passed!: boolean | null;

  @ApiProperty({ enum: ['blocking', 'warning'], enumName: 'CheckSeverity' })
  severity!: 'blocking' | 'warning';

  @ApiProperty({ type: [String], example: ['totalWithoutVat', 'totalVat', 'totalWithVat'] })
  fields!: string[];

  @ApiProperty({ ...PARAMS, example: {} })
  params!: Record<string, unknown>;
}

export class QualityDto {
  @ApiProperty({ example: 0.96, minimum: 0, maximum: 1 })
  score!: number;

  @ApiProperty({ example: 0.85, minimum: 0, maximum: 1 })
  threshold!: number;

  @ApiProperty({ enum: ['accept', 'review'], enumName: 'Verdict' })
  verdict!: 'accept' | 'review';

  @ApiProperty({ type: [CheckDto] })
  checks!: CheckDto[];
}

export class BarcodeDto {
  @ApiProperty({ example: 'QRCode' })
  format!: string;

  @ApiProperty({ example: 'INVOICE:F20260023' })
  text!: string;

  @ApiProperty({ example: 1 })
  page!: number;

  @ApiProperty(BOX)
  box!: number[];
}

export class EventDto {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @ApiProperty({ example: 'claire.martin@exemple.fr', description: 'Who: an e-mail, `api-key:NAME` or `system`' })
  actor!: string;

  @ApiProperty({ enum: INVOICE_EVENTS, enumName: 'InvoiceEventKind' })
  kind!: InvoiceEventKind;

  @ApiProperty({ ...PARAMS, example: { engine: 'text' } })
  data!: Record<string, unknown>;
}

export class DocumentDto {
  @ApiProperty({ example: 'facture.pdf' })
  fileName!: string;

  @ApiProperty({ example: 'application/pdf' })
  mime!: string;

  @ApiProperty({ example: 48213 })
  sizeBytes!: number;

  @ApiProperty({ example: 1, description: '0 for a plain XML' })
  pageCount!: number;

  @ApiProperty({ example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  sha256!: string;

  @ApiProperty({ enum: DOCUMENT_SOURCES, enumName: 'DocumentSource' })
  source!: DocumentSource;
}

export class FailureDto {
  @ApiProperty({ example: 'engine.no_text_layer' })
  code!: string;

  @ApiProperty({ ...PARAMS, example: {} })
  params!: Record<string, unknown>;
}

export class DurationsDto {
  @ApiProperty({ example: 812, description: 'Milliseconds' })
  total!: number;

  @ApiProperty({ example: 640, description: 'Milliseconds' })
  ocr!: number;
}

/** One invoice in a list. Amounts are decimal strings; a credit note's are positive. */
export class InvoiceSummaryDto {
  @ApiProperty({ example: 17 })
  id!: number;

  @ApiProperty({ enum: INVOICE_STATUSES, enumName: 'InvoiceStatus' })
  status!: InvoiceStatus;

  @ApiProperty({ type: Number, nullable: true, example: 3 })
  supplierId!: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'invoice', enum: ['invoice', 'creditNote'] })
  documentType!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'F20260023' })
  invoiceNumber!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Papeterie du Canal' })
  sellerName!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2026-03-04', format: 'date' })
  issueDate!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2026-04-03', format: 'date' })
  dueDate!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'EUR' })
  currency!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '11.00' })
  totalWithoutVat!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2.20' })
  totalVat!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '13.20' })
  totalWithVat!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '13.20' })
  amountDue!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 0.96 })
  score!: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'text', description: 'The engine that read it' })
  engine!: string | null;

  @ApiProperty({ example: 'auto', description: 'The engine that was asked for' })
  engineRequested!: string;

  @ApiProperty({ example: 3, description: 'Counts up with every change' })
  version!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true, example: 'claire.martin@exemple.fr' })
  decidedBy!: string | null;

  @ApiProperty({ type: DocumentDto })
  document!: DocumentDto;
}

export class InvoicePageDto {
  @ApiProperty({ type: [InvoiceSummaryDto] })
  data!: InvoiceSummaryDto[];

  @ApiProperty({ example: 42, description: 'On all pages' })
  total!: number;
}

export class InvoiceCountsDto {
  @ApiProperty({ example: 0 })
  queued!: number;

  @ApiProperty({ example: 1 })
  processing!: number;

  @ApiProperty({ example: 7 })
  in_review!: number;

  @ApiProperty({ example: 31 })
  accepted!: number;

  @ApiProperty({ example: 2 })
  rejected!: number;

  @ApiProperty({ example: 0 })
  failed!: number;
}

/** One property for every name of FIELD_NAMES. */
export class InvoiceFieldsDto {}
for (const name of FIELD_NAMES) ApiProperty({ type: FieldDto })(InvoiceFieldsDto.prototype, name);

export class InvoiceDetailDto extends InvoiceSummaryDto {
  @ApiProperty({ type: InvoiceFieldsDto, nullable: true, description: 'Null until the document has been read' })
  fields!: Record<string, FieldDto> | null;

  @ApiProperty({ type: [LineDto] })
  lines!: LineDto[];

  @ApiProperty({ type: [VatRowDto] })
  vatBreakdown!: VatRowDto[];

  @ApiProperty({ type: QualityDto, nullable: true })
  quality!: QualityDto | null;

  @ApiProperty({ type: [WarningDto] })
  warnings!: WarningDto[];

  @ApiProperty({ type: [BarcodeDto] })
  barcodes!: BarcodeDto[];

  @ApiProperty({ type: FailureDto, nullable: true })
  failure!: FailureDto | null;

  @ApiProperty({ type: DurationsDto, nullable: true })
  ms!: DurationsDto | null;

  @ApiProperty({ type: [EventDto] })
  history!: EventDto[];
}

export class ReceivedDto {
  @ApiProperty({ example: 17 })
  id!: number;

  @ApiProperty({ enum: INVOICE_STATUSES, enumName: 'InvoiceStatus' })
  status!: InvoiceStatus;
}

export class WordDto {
  @ApiProperty({ example: 'Facture' })
  text!: string;

  @ApiProperty(BOX)
  box!: number[];

  @ApiProperty({ example: 0.98, minimum: 0, maximum: 1 })
  confidence!: number;
}

export class PageWordsDto {
  @ApiProperty({ example: 1 })
  page!: number;

  @ApiProperty({ example: 'tesseract' })
  engine!: string;

  @ApiProperty({ example: 2480 })
  widthPx!: number;

  @ApiProperty({ example: 3508 })
  heightPx!: number;

  @ApiProperty({ type: [WordDto] })
  words!: WordDto[];
}
