import { Box } from '@mui/material';
import { type ChangeEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormats } from '../i18n/words';
import { LINE, LINE_STRONG, PAPER, PETROL, SHADE, TONES } from '../theme/palette';
import { type FieldName } from './field-groups';
import { type Mark } from './field-marks';
import { normalise, type ValueKind } from './normalise';
import { type Picked, useReview } from './review-context';

const FAULTS: Partial<Record<ValueKind, string>> = {
  date: 'review.invalid_date',
  amount: 'review.invalid_amount',
  quantity: 'review.invalid_amount',
  rate: 'review.invalid_amount',
  currency: 'review.invalid_currency',
};

export interface ValueInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly kind: ValueKind;
  readonly onCommit: (value: string | null) => void;
  /** What is typed, while it is typed; undefined when it is no value. */
  readonly onTyping?: (value: string | null | undefined) => void;
  readonly field?: FieldName;
  readonly line?: number;
  readonly mark?: Mark;
  readonly describedBy?: string;
  readonly hideLabel?: boolean;
  readonly rows?: number;
}

/** One value, typed in the form of the reader's language and saved when it is left. */
export const ValueInput = (props: ValueInputProps) => {
  const {
    id,
    label,
    value,
    kind,
    onCommit,
    onTyping,
    field = null,
    line = null,
    mark = 'sure',
    describedBy,
    rows = 1,
  } = props;
  const translate = useTranslate();
  const display = useDisplay(kind);
  const { readOnly, setTarget, focusNextDoubtful, remember } = useReview();
  const [draft, setDraft] = useState<string | null>(null);
  const [invalid, setInvalid] = useState(false);
  const shown = display(value);
  const text = draft ?? shown;
  const faultId = `${id}-fault`;

  const settle = (next: string | null) => {
    setDraft(null);
    setInvalid(false);
    onTyping?.(undefined);
    if (next !== value) onCommit(next);
  };

  const commit = (): void => {
    if (draft === null || draft === shown) return settle(value);
    const result = normalise(kind, draft);
    if (result.ok) settle(result.value);
    else setInvalid(true);
  };

  // The target outlives this render: what it writes must be judged by the latest one.
  const latest = useRef({ text, settle });
  latest.current = { text, settle };
  const take = ({ text: taken, page, box }: Picked, append: boolean): boolean => {
    const { text: before, settle: settleNow } = latest.current;
    const result = normalise(kind, append && before ? `${before} ${taken}` : taken);
    if (!result.ok || result.value === null) return false;
    if (field) remember(field, result.value, [{ page, box }]);
    settleNow(result.value);
    return true;
  };

  const type = ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    setDraft(target.value);
    setInvalid(false);
    const result = normalise(kind, target.value);
    onTyping?.(result.ok ? result.value : undefined);
  };

  const keyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      commit();
      focusNextDoubtful(field);
    }
    if (event.key === 'Escape' && draft !== null && draft !== shown) {
      event.stopPropagation();
      setDraft(null);
      setInvalid(false);
      onTyping?.(undefined);
    }
  };

  const common = {
    id,
    value: text,
    readOnly,
    'aria-label': props.hideLabel ? label : undefined,
    'aria-invalid': invalid || mark === 'failed' || undefined,
    'data-unsaved': invalid || undefined,
    'aria-describedby': [describedBy, invalid ? faultId : null].filter(Boolean).join(' ') || undefined,
    placeholder: readOnly ? translate('common.none') : undefined,
    autoComplete: 'off',
    spellCheck: false,
    onChange: type,
    onKeyDown: keyDown,
    onFocus: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => {
      if (rows === 1) target.select();
      setTarget({ field, line, label, take });
    },
    onBlur: () => {
      commit();
      setTarget(null);
    },
  };
  const right = kind === 'amount' || kind === 'quantity' || kind === 'rate';
  return (
    <>
      <Box
        {...common}
        component={rows > 1 ? 'textarea' : 'input'}
        {...(rows > 1 ? { rows } : { type: 'text', inputMode: right ? 'decimal' : undefined })}
        sx={{ ...inputStyle(invalid ? 'failed' : mark, readOnly), textAlign: right ? 'right' : 'left' }}
      />
      {invalid && (
        <Box id={faultId} role="alert" sx={{ mt: 0.375, fontSize: '0.75rem', color: TONES.red.text }}>
          {translate(FAULTS[kind] ?? 'errors.request.invalid')}
        </Box>
      )}
    </>
  );
};

export function inputStyle(mark: Mark, readOnly: boolean) {
  const tone = mark === 'failed' ? TONES.red : mark === 'doubtful' ? TONES.amber : null;
  return {
    display: 'block',
    width: '100%',
    minWidth: 0,
    boxSizing: 'border-box',
    minHeight: 34,
    px: 1.125,
    py: 0.75,
    font: 'inherit',
    fontSize: '0.875rem',
    lineHeight: 1.4,
    fontVariantNumeric: 'tabular-nums',
    color: 'text.primary',
    resize: 'vertical',
    borderRadius: 1.75,
    border: `1px solid ${tone ? tone.line : LINE_STRONG}`,
    background: tone ? tone.ground : readOnly ? SHADE : PAPER,
    ...(readOnly && !tone ? { borderColor: LINE } : {}),
    '&:hover': readOnly ? {} : { borderColor: tone ? tone.text : '#9a968c' },
    '&:focus': { outline: `2px solid ${tone ? tone.text : PETROL}`, outlineOffset: -1, background: PAPER },
    '&::placeholder': { color: 'text.disabled' },
  } as const;
}

function useDisplay(kind: ValueKind): (value: string | null) => string {
  const formats = useFormats();
  switch (kind) {
    case 'date':
      return formats.date;
    case 'amount':
      return (value) => formats.decimal(value, 2, 3);
    case 'quantity':
      return (value) => formats.decimal(value, 0, 6);
    case 'rate':
      return (value) => formats.decimal(value, 0, 2);
    default:
      return (value) => value ?? '';
  }
}
