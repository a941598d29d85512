export { parseEInvoice, type EInvoice, type EInvoiceDialect } from './einvoice.js';
