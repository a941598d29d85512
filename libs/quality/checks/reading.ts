import { FIELD_NAMES, type FieldName } from '../../domain/index.js';
import { MANDATORY } from './parties.js';
import { finding, nothingToCheck, valueOf, type Params, type QualityCheck } from './quality-check.js';

/** Below this, words are more often wrong than not, and the page is better read by a person. */
const LOWEST_WORD_MEAN = 0.6;
/** A mandatory field that is likelier wrong than right. */
const LOWEST_FIELD = 0.5;

export const ocrConfidence: QualityCheck = {
  code: 'ocr.confidence',
  about: 'The words of the pages and each mandatory field were read with enough confidence.',
  run(input) {
    const doubtful = MANDATORY.filter((name) => {
      const { value, confidence, source } = input.invoice.fields[name];
      return value !== null && source !== 'person' && confidence < LOWEST_FIELD;
    });
    if (input.words === null && doubtful.length === 0) return nothingToCheck;
    const mean = input.words?.meanConfidence ?? null;
    const readable = mean === null || mean >= LOWEST_WORD_MEAN;
    const params = {
      wordMean: mean === null ? null : Math.round(mean * 1000) / 1000,
      words: input.words?.count ?? null,
    };
    return finding(readable && doubtful.length === 0, 'warning', { fields: doubtful, params });
  },
};

const isField = (name: unknown): name is FieldName => FIELD_NAMES.includes(name as FieldName);

/** A page without words is no contradiction, only nothing to compare with: that alone does not block. */
export const einvoiceMatchesPage: QualityCheck = {
  code: 'einvoice.matches_page',
  about: 'The embedded e-invoice says what the visible page shows.',
  run({ xmlComparison }) {
    if (xmlComparison === null) return nothingToCheck;
    const fields = xmlComparison.mismatches.map(({ params }) => params.field).filter(isField);
    const severity = xmlComparison.mismatches.length > 0 && fields.length === 0 ? 'warning' : 'blocking';
    const params: Params = fields.length > 0 ? { differing: fields.join(', ') } : {};
    return finding(xmlComparison.mismatches.length === 0, severity, { fields, params });
  },
};

export const einvoiceReadable: QualityCheck = {
  code: 'einvoice.readable',
  about: 'Every value of the e-invoice could be read.',
  run({ invoice }) {
    const unreadable = invoice.warnings.filter(({ code }) => code === 'einvoice.unreadable_value');
    if (!Object.values(invoice.fields).some(({ source }) => source === 'xml')) return nothingToCheck;
    const fields = unreadable.map(({ params }) => params.field).filter(isField);
    return finding(unreadable.length === 0, 'blocking', { fields });
  },
};

export const duplicateNumber: QualityCheck = {
  code: 'duplicate.number',
  about: 'The seller has no other invoice with this number in the books.',
  run(input) {
    if (valueOf(input, 'invoiceNumber') === null) return nothingToCheck;
    const { duplicateOf } = input;
    const params: Params = duplicateOf === null ? {} : { invoiceId: duplicateOf };
    return finding(duplicateOf === null, 'blocking', { fields: ['invoiceNumber'], params });
  },
};
