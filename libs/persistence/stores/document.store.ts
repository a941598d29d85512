import { type EntityManager } from 'typeorm';
import { type DocumentStore, type NewDocument } from '../../payables/index.js';
import { DocumentEntity, InvoiceEntity } from '../entities/index.js';
import { isUniqueViolation } from '../sql-errors.js';

export class SqlDocumentStore implements DocumentStore {
  constructor(private readonly manager: EntityManager) {}

  async findBySha256(sha256: string): Promise<{ documentId: number; invoiceId: number } | null> {
    const row = await this.manager
      .createQueryBuilder(InvoiceEntity, 'invoice')
      .innerJoin('invoice.document', 'document')
      .select(['invoice.id', 'invoice.documentId'])
      .where('document.sha256 = :sha256', { sha256 })
      .getOne();
    return row && { documentId: row.documentId, invoiceId: row.id };
  }

  async addWithInvoice(
    document: NewDocument,
    engine: string,
  ): Promise<{ documentId: number; invoiceId: number } | null> {
    const added = await this.manager.insert(DocumentEntity, { ...document }).catch((error: unknown) => {
      if (isUniqueViolation(error)) return null;
      throw error;
    });
    if (!added) return null;
    const documentId = added.identifiers[0]!.id as number;
    const invoice = await this.manager.insert(InvoiceEntity, {
      documentId,
      status: 'queued',
      engineRequested: engine,
      version: 1,
      receivedAt: document.receivedAt,
    });
    return { documentId, invoiceId: invoice.identifiers[0]!.id as number };
  }
}
