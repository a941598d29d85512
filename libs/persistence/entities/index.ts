import { DocumentEntity } from './document.entity.js';
import { InvoiceEventEntity, InvoiceLineEntity, InvoiceVatEntity, OcrPageEntity } from './invoice-parts.entity.js';
import { InvoiceEntity, InvoiceReadingEntity } from './invoice.entity.js';
import { JobEntity } from './job.entity.js';
import { SupplierEntity } from './supplier.entity.js';
import { ApiKeyEntity, UserEntity } from './user.entity.js';

export const ENTITIES = [
  DocumentEntity,
  SupplierEntity,
  InvoiceEntity,
  InvoiceReadingEntity,
  InvoiceLineEntity,
  InvoiceVatEntity,
  OcrPageEntity,
  InvoiceEventEntity,
  JobEntity,
  UserEntity,
  ApiKeyEntity,
];
export * from './document.entity.js';
export * from './invoice-parts.entity.js';
export * from './invoice.entity.js';
export * from './job.entity.js';
export * from './supplier.entity.js';
export * from './user.entity.js';
