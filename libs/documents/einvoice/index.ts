export { parseEInvoice, sniffEInvoice, type EInvoice, type EInvoiceDialect } from './einvoice.js';
