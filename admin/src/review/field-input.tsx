import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import HelpOutline from '@mui/icons-material/HelpOutlineOutlined';
import { Box, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormats, useWords } from '../i18n/words';
import { TONES } from '../theme/palette';
import { type FieldName } from './field-groups';
import { failedChecks, type Mark } from './field-marks';
import { valueKindOf } from './normalise';
import { inputId, useReview } from './review-context';
import { inputStyle, ValueInput } from './value-input';

const TALL: readonly FieldName[] = ['sellerAddress', 'buyerAddress'];
const WIDE: readonly FieldName[] = [
  'sellerName',
  'sellerAddress',
  'buyerName',
  'buyerAddress',
  'iban',
  'paymentTerms',
  'documentType',
];
const TYPES = ['invoice', 'creditNote'];

/** A header field with its label and, when it deserves a look, why. */
export const FieldInput = ({ name }: { name: FieldName }) => {
  const { fieldName } = useWords();
  const { invoice, marks, save } = useReview();
  const reasons = useReasons(name);
  const id = inputId(name);
  const reasonId = `${id}-why`;
  const mark = marks[name];
  const value = invoice.fields?.[name].value ?? null;
  const label = fieldName(name);
  const commit = (next: string | null) => save({ fields: { [name]: next } });
  const describedBy = reasons.length > 0 ? reasonId : undefined;
  return (
    <Box
      sx={{ gridColumn: WIDE.includes(name) && name !== 'documentType' ? '1 / -1' : 'auto', minWidth: 0 }}
      data-mark={mark}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 22 }}>
        <Box component="label" htmlFor={id} sx={{ fontSize: '0.75rem', fontWeight: 550, color: 'text.secondary' }}>
          {label}
        </Box>
        {mark !== 'sure' && <MarkIcon mark={mark} reasons={reasons} />}
      </Box>
      {name === 'documentType' ? (
        <TypeSelect id={id} label={label} value={value} mark={mark} describedBy={describedBy} onCommit={commit} />
      ) : (
        <ValueInput
          id={id}
          label={label}
          value={value}
          kind={valueKindOf(name)}
          field={name}
          mark={mark}
          describedBy={describedBy}
          rows={TALL.includes(name) ? 2 : 1}
          onCommit={commit}
        />
      )}
      {describedBy && (
        <Box id={reasonId} hidden>
          {reasons.join('. ')}
        </Box>
      )}
    </Box>
  );
};

const MarkIcon = ({ mark, reasons }: { mark: Mark; reasons: readonly string[] }) => {
  const translate = useTranslate();
  const Icon = mark === 'failed' ? ErrorOutline : HelpOutline;
  const word = translate(mark === 'failed' ? 'review.mark_failed' : 'review.mark_doubtful');
  return (
    <Tooltip
      title={
        <Box component="span" sx={{ display: 'grid', gap: 0.375 }}>
          <strong>{word}</strong>
          {reasons.map((reason) => (
            <span key={reason}>{reason}</span>
          ))}
        </Box>
      }
    >
      <Icon
        aria-label={word}
        role="img"
        sx={{ fontSize: 16, color: (mark === 'failed' ? TONES.red : TONES.amber).text }}
      />
    </Tooltip>
  );
};

/** Why a field is marked: the checks that speak of it, how surely it was read, and by which clues. */
function useReasons(name: FieldName): string[] {
  const translate = useTranslate();
  const words = useWords();
  const formats = useFormats();
  const { invoice, marks } = useReview();
  const field = invoice.fields?.[name];
  if (!field || marks[name] === 'sure') return [];
  const reasons = failedChecks(name, invoice.quality?.checks ?? []).map((check) =>
    words.check(check, invoice.currency),
  );
  if (field.value !== null && field.source !== 'person' && field.source !== 'xml') {
    const clues = field.why.map(words.why);
    const read = translate('review.reason_confidence', { confidence: formats.percent(field.confidence) });
    reasons.push([read, ...clues].join(', '));
  }
  return reasons;
}

interface TypeSelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly mark: Mark;
  readonly describedBy: string | undefined;
  readonly onCommit: (value: string | null) => void;
}

const TypeSelect = ({ id, label, value, mark, describedBy, onCommit }: TypeSelectProps) => {
  const translate = useTranslate();
  const { readOnly, setTarget } = useReview();
  return (
    <Box
      component="select"
      id={id}
      value={value ?? ''}
      disabled={readOnly}
      aria-describedby={describedBy}
      onChange={({ target }: { target: { value: string } }) => onCommit(target.value || null)}
      onFocus={() => setTarget({ field: 'documentType', line: null, label, take: () => false })}
      onBlur={() => setTarget(null)}
      sx={{ ...inputStyle(mark, readOnly), opacity: 1 }}
    >
      {value === null && <option value="">{translate('document_type.unset')}</option>}
      {TYPES.map((type) => (
        <option key={type} value={type}>
          {translate(`document_type.${type}`)}
        </option>
      ))}
    </Box>
  );
};
