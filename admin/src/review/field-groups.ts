/** The header fields in the order in which an accountant reads an invoice. */
export const FIELD_GROUPS = [
  { id: 'supplier', fields: ['sellerName', 'sellerVatId', 'sellerLegalId', 'sellerAddress'] },
  { id: 'document', fields: ['documentType', 'invoiceNumber', 'issueDate', 'dueDate', 'deliveryDate'] },
  { id: 'totals', fields: ['totalWithoutVat', 'totalVat', 'totalWithVat', 'amountDue', 'currency'] },
  { id: 'bank', fields: ['iban', 'bic', 'paymentTerms'] },
  { id: 'buyer', fields: ['orderReference', 'buyerName', 'buyerId', 'buyerVatId', 'buyerAddress'] },
] as const;

export type GroupId = (typeof FIELD_GROUPS)[number]['id'];
export type FieldName = (typeof FIELD_GROUPS)[number]['fields'][number];
export type FieldKind = 'documentType' | 'identifier' | 'date' | 'amount' | 'currency' | 'name' | 'text';

export const FIELD_ORDER: readonly FieldName[] = FIELD_GROUPS.flatMap(({ fields }) => [...fields]);

const KINDS: Partial<Record<FieldName, FieldKind>> = {
  documentType: 'documentType',
  issueDate: 'date',
  dueDate: 'date',
  deliveryDate: 'date',
  sellerName: 'name',
  buyerName: 'name',
  sellerAddress: 'text',
  buyerAddress: 'text',
  paymentTerms: 'text',
  currency: 'currency',
  totalWithoutVat: 'amount',
  totalVat: 'amount',
  totalWithVat: 'amount',
  amountDue: 'amount',
};

export const kindOf = (name: FieldName): FieldKind => KINDS[name] ?? 'identifier';

export const isFieldName = (name: unknown): name is FieldName => FIELD_ORDER.includes(name as FieldName);
