import { In, type EntityManager } from 'typeorm';
import { INVOICE_STATUSES, type InvoiceStatus, type OcrPage } from '../../domain/index.js';
import {
  type Invoice,
  type InvoiceColumns,
  type InvoiceContent,
  type InvoiceDetail,
  type InvoiceEvent,
  type InvoiceQuery,
  type InvoiceStore,
  type Paged,
  type Reading,
  type StatusChange,
  type StoredDocument,
} from '../../payables/index.js';
import {
  InvoiceEntity,
  InvoiceEventEntity,
  InvoiceLineEntity,
  InvoiceReadingEntity,
  InvoiceVatEntity,
  OcrPageEntity,
} from '../entities/index.js';
import { toContent, toDocument, toInvoice, toLineRows, toOcrPage, toStoredWord, toVatRows } from './invoice-rows.js';
import { likePattern } from './like.js';
import { rowLock } from './row-lock.js';

export class SqlInvoiceStore implements InvoiceStore {
  constructor(private readonly manager: EntityManager) {}

  async page(query: InvoiceQuery): Promise<Paged<Invoice>> {
    const select = this.manager
      .createQueryBuilder(InvoiceEntity, 'invoice')
      .innerJoinAndSelect('invoice.document', 'document');
    if (query.statuses?.length) select.andWhere({ status: In([...query.statuses]) });
    if (query.supplierId !== undefined) select.andWhere({ supplierId: query.supplierId });
    if (query.from) select.andWhere('invoice.issueDate >= :from', { from: query.from });
    if (query.to) select.andWhere('invoice.issueDate <= :to', { to: query.to });
    if (query.q) {
      select.andWhere(
        '(invoice.invoiceNumber LIKE :q OR invoice.sellerName LIKE :q OR document.originalName LIKE :q)',
        { q: likePattern(query.q) },
      );
    }
    const [rows, total] = await select
      .orderBy(`invoice.${query.sort}`, query.order)
      .addOrderBy('invoice.id', query.order)
      .offset((query.page - 1) * query.perPage)
      .limit(query.perPage)
      .getManyAndCount();
    return { data: rows.map(toInvoice), total };
  }

  async find(id: number): Promise<InvoiceDetail | null> {
    const row = await this.manager.findOne(InvoiceEntity, { where: { id }, relations: { document: true } });
    if (!row) return null;
    const reading = await this.manager.findOneBy(InvoiceReadingEntity, { invoiceId: id });
    const lines = await this.manager.find(InvoiceLineEntity, {
      where: { invoiceId: id },
      order: { position: 'ASC' },
    });
    const vat = await this.manager.find(InvoiceVatEntity, { where: { invoiceId: id }, order: { position: 'ASC' } });
    const events = await this.manager.find(InvoiceEventEntity, {
      where: { invoiceId: id },
      order: { at: 'ASC', id: 'ASC' },
    });
    return {
      ...toInvoice(row),
      content: reading && toContent(reading, lines, vat, row.currency),
      barcodes: reading?.barcodes ?? [],
      ms: reading && { total: reading.msTotal, ocr: reading.msOcr },
      history: events.map(({ at, actor, kind, data }) => ({ at, actor, kind, data })),
    };
  }

  async lock(id: number): Promise<void> {
    await this.manager.findOne(InvoiceEntity, { where: { id }, select: { id: true }, ...rowLock(this.manager) });
  }

  async findDocument(id: number): Promise<StoredDocument | null> {
    const row = await this.manager.findOne(InvoiceEntity, { where: { id }, relations: { document: true } });
    return row && toDocument(row.document);
  }

  async countByStatus(): Promise<Record<InvoiceStatus, number>> {
    const rows = await this.manager
      .createQueryBuilder(InvoiceEntity, 'invoice')
      .select('invoice.status', 'status')
      .addSelect('COUNT(*)', 'count')
      .groupBy('invoice.status')
      .getRawMany<{ status: InvoiceStatus; count: string | number }>();
    const counts = new Map(rows.map((row) => [row.status, Number(row.count)]));
    return Object.fromEntries(INVOICE_STATUSES.map((status) => [status, counts.get(status) ?? 0])) as Record<
      InvoiceStatus,
      number
    >;
  }

  async findSameNumber(supplierKey: string, numberKey: string, exceptId: number): Promise<number | null> {
    const row = await this.manager
      .createQueryBuilder(InvoiceEntity, 'invoice')
      .innerJoin('invoice.supplier', 'supplier')
      .select('invoice.id')
      .where('supplier.identityKey = :supplierKey AND invoice.numberKey = :numberKey', { supplierKey, numberKey })
      .andWhere("invoice.id <> :exceptId AND invoice.status <> 'rejected'", { exceptId })
      .orderBy('invoice.id', 'ASC')
      .getOne();
    return row?.id ?? null;
  }

  async ocrPage(invoiceId: number, number: number): Promise<OcrPage | null> {
    const row = await this.manager.findOneBy(OcrPageEntity, { invoiceId, number });
    return row && toOcrPage(row);
  }

  async ocrPages(invoiceId: number): Promise<OcrPage[]> {
    return (await this.manager.find(OcrPageEntity, { where: { invoiceId }, order: { number: 'ASC' } })).map(toOcrPage);
  }

  async setStatus(id: number, change: StatusChange): Promise<void> {
    await this.manager.update(InvoiceEntity, { id }, { ...change, version: () => 'version + 1' });
  }

  async saveReading(id: number, reading: Reading, columns: InvoiceColumns, supplierId: number | null): Promise<void> {
    await this.manager.delete(OcrPageEntity, { invoiceId: id });
    await this.manager.delete(InvoiceReadingEntity, { invoiceId: id });
    await this.manager.insert(InvoiceReadingEntity, {
      invoiceId: id,
      fields: reading.fields,
      quality: reading.quality,
      warnings: [...reading.warnings],
      barcodes: [...reading.barcodes],
      rowsByPerson: reading.rowsByPerson,
      msTotal: Math.round(reading.ms.total),
      msOcr: Math.round(reading.ms.ocr),
    });
    for (const page of reading.pages) {
      await this.manager.insert(OcrPageEntity, {
        invoiceId: id,
        number: page.number,
        engine: page.engineId,
        widthPx: page.widthPx,
        heightPx: page.heightPx,
        words: page.words.map(toStoredWord),
      });
    }
    await this.saveRows(id, reading, columns.currency);
    await this.manager.update(
      InvoiceEntity,
      { id },
      { ...columns, supplierId, engine: reading.engine, score: reading.quality.score, version: () => 'version + 1' },
    );
  }

  async saveContent(
    id: number,
    version: number,
    content: InvoiceContent,
    columns: InvoiceColumns,
    supplierId: number | null,
  ): Promise<boolean> {
    const changed = await this.manager.update(
      InvoiceEntity,
      { id, version },
      { ...columns, supplierId, score: content.quality.score, version: version + 1 },
    );
    if (changed.affected !== 1) return false;
    await this.manager.update(
      InvoiceReadingEntity,
      { invoiceId: id },
      {
        fields: content.fields,
        quality: content.quality,
        warnings: [...content.warnings],
        rowsByPerson: content.rowsByPerson,
      },
    );
    await this.saveRows(id, content, columns.currency);
    return true;
  }

  async addEvent(invoiceId: number, event: InvoiceEvent): Promise<void> {
    await this.manager.insert(InvoiceEventEntity, {
      invoiceId,
      at: event.at,
      actor: event.actor,
      kind: event.kind,
      data: event.data as object,
    });
  }

  async findOrphans(limit: number): Promise<number[]> {
    const rows = await this.manager
      .createQueryBuilder(InvoiceEntity, 'invoice')
      .select('invoice.id')
      .where("invoice.status IN ('queued', 'processing')")
      .andWhere(
        "NOT EXISTS (SELECT 1 FROM job WHERE job.subject_id = invoice.id AND job.kind = 'read' AND job.living_key IS NOT NULL)",
      )
      .limit(limit)
      .getMany();
    return rows.map((row) => row.id);
  }

  private async saveRows(id: number, content: InvoiceContent, currency: string | null): Promise<void> {
    await this.manager.delete(InvoiceLineEntity, { invoiceId: id });
    await this.manager.delete(InvoiceVatEntity, { invoiceId: id });
    const lines = toLineRows(id, content.lines, currency);
    if (lines.length > 0) await this.manager.insert(InvoiceLineEntity, lines);
    const vat = toVatRows(id, content.vatBreakdown, currency);
    if (vat.length > 0) await this.manager.insert(InvoiceVatEntity, vat);
  }
}
