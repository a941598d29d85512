/** Every code that a person or a program can meet, with the HTTP status it is answered by and an English sentence for logs and CLI. */
export const ERRORS = {
  'document.empty': [422, 'The file is empty.'],
  'document.too_large': [413, 'The file is larger than allowed.'],
  'document.unsupported_type': [415, 'The file is not a PDF, picture or e-invoice XML.'],
  'document.broken': [422, 'The file is damaged and cannot be opened.'],
  'document.encrypted': [422, 'The file is protected by a password.'],
  'document.no_pages': [422, 'The document has no pages.'],
  'document.too_many_pages': [422, 'The document has more pages than allowed.'],
  'document.too_many_pixels': [422, 'A page has more pixels than allowed.'],
  'document.xfa_only': [422, 'The PDF is a dynamic XFA form without printable pages.'],
  'document.polyglot': [422, 'The file is two formats at once.'],
  'document.bomb': [422, 'The file unpacks to more data than allowed.'],
  'document.timeout': [422, 'Opening the file took longer than allowed.'],
  'einvoice.invalid_xml': [422, 'The XML is not well-formed or not safe to read.'],
  'einvoice.unknown_dialect': [422, 'The XML is neither a CII nor a UBL invoice.'],
  'engine.unknown': [400, 'There is no such engine.'],
  'engine.unavailable': [409, 'The engine is not available.'],
  'engine.no_text_layer': [422, 'The document has no usable text layer.'],
  'engine.no_embedded_xml': [422, 'The document has no embedded e-invoice.'],
  'engine.timeout': [504, 'The engine took longer than allowed.'],
  'engine.failed': [502, 'The engine failed.'],
  'evaluation.invalid_truth': [422, 'The truth file is not valid.'],
  'job.abandoned': [500, 'The process died every time it did this work.'],
  'value.not_decimal': [400, 'Not a decimal number.'],
  'value.not_date': [400, 'Not a calendar date.'],
  'request.invalid': [400, 'The request is not valid.'],
  'request.no_file': [400, 'The request carries no file.'],
  'request.malformed': [400, 'The request body cannot be read.'],
  'request.rate_limited': [429, 'Too many attempts. Wait before the next.'],
  'auth.required': [401, 'Sign in first.'],
  'auth.invalid_credentials': [401, 'E-mail or password is wrong.'],
  'auth.forbidden': [403, 'Your role does not allow this.'],
  'resource.not_found': [404, 'There is no such thing.'],
  'invoice.wrong_status': [409, 'The invoice is not in a state that allows this.'],
  'invoice.version_conflict': [409, 'Somebody else has changed the invoice meanwhile.'],
  'invoice.incomplete': [422, 'A mandatory field is missing.'],
  'invoice.duplicate_number': [409, 'This supplier already has an invoice with this number.'],
  'user.email_taken': [409, 'There is a user with this e-mail already.'],
  'user.last_admin': [409, 'The last administrator cannot be removed.'],
  internal: [500, 'Something went wrong on our side.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorParams = Readonly<Record<string, string | number | null>>;

/** An expected failure: a code, never a stack, is what the outside sees. */
export class SandyError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: { cause?: unknown },
  ) {
    super(ERRORS[code][1], options);
    this.name = 'SandyError';
  }

  get status(): number {
    return ERRORS[this.code][0];
  }
}

/** The error as a SandyError: itself, or `internal` with the original as cause. */
export const asSandyError = (error: unknown): SandyError =>
  error instanceof SandyError ? error : new SandyError('internal', {}, { cause: error });
