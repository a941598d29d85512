import { type EntityManager } from 'typeorm';
import { type ApiKeyStore, type UserStore } from '../../identity/index.js';
import { type DocumentStore, type InvoiceStore, type SupplierStore } from '../../payables/index.js';
import { type JobStore } from '../../queue/index.js';
import { SqlApiKeyStore } from './api-key.store.js';
import { SqlDocumentStore } from './document.store.js';
import { SqlInvoiceStore } from './invoice.store.js';
import { SqlJobStore } from './job.store.js';
import { SqlSupplierStore } from './supplier.store.js';
import { SqlUserStore } from './user.store.js';

/** Everything that is kept, as one unit of work sees it. */
export interface Stores {
  readonly documents: DocumentStore;
  readonly invoices: InvoiceStore;
  readonly suppliers: SupplierStore;
  readonly jobs: JobStore;
  readonly users: UserStore;
  readonly apiKeys: ApiKeyStore;
}

export const makeStores = (manager: EntityManager): Stores => ({
  documents: new SqlDocumentStore(manager),
  invoices: new SqlInvoiceStore(manager),
  suppliers: new SqlSupplierStore(manager),
  jobs: new SqlJobStore(manager),
  users: new SqlUserStore(manager),
  apiKeys: new SqlApiKeyStore(manager),
});
