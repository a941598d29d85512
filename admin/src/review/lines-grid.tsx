import Add from '@mui/icons-material/Add';
import DeleteOutline from '@mui/icons-material/DeleteOutlineOutlined';
import { Box, Button, IconButton, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type LineInput } from '../api/invoices';
import { useFormats } from '../i18n/words';
import { LINE, TONES } from '../theme/palette';
import { toInput } from './edits';
import { type ValueKind } from './normalise';
import { useReview } from './review-context';
import { Section } from './section';
import { centsText, lineSums, product } from './totals';
import { ValueInput } from './value-input';

type Column = 'description' | 'quantity' | 'unitPrice' | 'vatRate' | 'netAmount';

const NUMBERS: readonly { column: Column; kind: ValueKind }[] = [
  { column: 'quantity', kind: 'quantity' },
  { column: 'unitPrice', kind: 'quantity' },
  { column: 'vatRate', kind: 'rate' },
  { column: 'netAmount', kind: 'amount' },
];
const BLANK: LineInput = { description: null, quantity: null, unitPrice: null, netAmount: null, vatRate: null };
const SHOWN_AT_FIRST = 40;

/** Lines as an editable grid; sums are held against the total while typing. */
export const LinesGrid = () => {
  const translate = useTranslate();
  const { invoice, readOnly, save } = useReview();
  const [typed, setTyped] = useState<{ row: number; column: Column; value: string | null } | null>(null);
  const [blank, setBlank] = useState(false);
  const [all, setAll] = useState(false);
  const lines: LineInput[] = invoice.lines.map(toInput);
  const rows = blank ? [...lines, BLANK] : lines;
  const live = rows.map((line, row) => (typed?.row === row ? { ...line, [typed.column]: typed.value } : line));

  const change = (row: number, column: Column, value: string | null) => {
    save({ lines: rows.map((line, at) => (at === row ? { ...line, [column]: value } : line)) });
    if (row >= lines.length) setBlank(false);
  };
  const remove = (row: number) => {
    if (row >= lines.length) return setBlank(false);
    save({ lines: lines.filter((_line, at) => at !== row) });
  };

  return (
    <Section
      title={translate('review.lines')}
      aside={
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          {lines.length > 0 && translate('review.lines_count', { smart_count: lines.length })}
        </Box>
      }
    >
      {rows.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {translate('review.no_lines')}
        </Typography>
      )}
      <Box component="ol" sx={{ m: 0, p: 0, display: 'grid' }}>
        {(all ? live : live.slice(0, SHOWN_AT_FIRST)).map((line, row) => (
          <LineRow
            // A line has no id: its place is what it is known by.
            key={row}
            line={rows[row]!}
            live={line}
            row={row}
            removable={!readOnly}
            onTyping={(column, value) => setTyped(value === undefined ? null : { row, column, value })}
            onChange={(column, value) => change(row, column, value)}
            onRemove={() => remove(row)}
          />
        ))}
      </Box>
      {!all && rows.length > SHOWN_AT_FIRST && (
        <Button size="small" onClick={() => setAll(true)} sx={{ mt: 1 }}>
          {translate('review.show_all_lines', { smart_count: rows.length })}
        </Button>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mt: 1.25 }}>
        {!readOnly && (
          <Button
            size="small"
            variant="outlined"
            startIcon={<Add />}
            disabled={blank}
            onClick={() => {
              setAll(true);
              setBlank(true);
            }}
          >
            {translate('review.add_line')}
          </Button>
        )}
        <LinesSum lines={live} />
      </Box>
    </Section>
  );
};

const LinesSum = ({ lines }: { lines: readonly LineInput[] }) => {
  const translate = useTranslate();
  const formats = useFormats();
  const { invoice } = useReview();
  const {
    lines: sum,
    total,
    difference,
  } = lineSums(lines, {
    totalWithoutVat: invoice.fields?.totalWithoutVat.value ?? null,
    totalWithVat: invoice.fields?.totalWithVat.value ?? null,
  });
  if (sum === null) return null;
  const money = (amount: number) => formats.money(centsText(amount), invoice.currency);
  const agrees = difference === 0;
  return (
    <Box
      sx={{ ml: 'auto', textAlign: 'right', fontSize: '0.8125rem', fontVariantNumeric: 'tabular-nums' }}
      aria-live="polite"
    >
      {translate('review.lines_sum')} <strong>{money(sum)}</strong>{' '}
      {difference !== null && total !== null && (
        <Box component="span" sx={{ color: agrees ? TONES.green.text : TONES.amber.text, fontWeight: 550 }}>
          {agrees
            ? `✓ ${translate('review.lines_agree', { total: money(total) })}`
            : translate('review.lines_differ', { difference: money(difference), total: money(total) })}
        </Box>
      )}
    </Box>
  );
};

interface LineRowProps {
  readonly line: LineInput;
  readonly live: LineInput;
  readonly row: number;
  readonly removable: boolean;
  readonly onTyping: (column: Column, value: string | null | undefined) => void;
  readonly onChange: (column: Column, value: string | null) => void;
  readonly onRemove: () => void;
}

const LineRow = ({ line, live, row, removable, onTyping, onChange, onRemove }: LineRowProps) => {
  const translate = useTranslate();
  const formats = useFormats();
  const { invoice } = useReview();
  const number = row + 1;
  const expected = product(live.quantity, live.unitPrice);
  const net = live.netAmount === null ? null : Math.round(Number(live.netAmount) * 100);
  // A price printed with two decimals may be off by half a cent a piece.
  const rounding = Math.abs(Number(live.quantity ?? 0)) * 0.5 + 1;
  const off = expected !== null && net !== null && Math.abs(expected - net) > rounding;
  const cell = (column: Column, kind: ValueKind) => (
    <ValueInput
      id={`line-${row}-${column}`}
      label={translate('review.line_label', { column: translate(`review.line.${column}`), number })}
      hideLabel
      value={line[column]}
      kind={kind}
      line={row}
      mark={off && column === 'netAmount' ? 'doubtful' : 'sure'}
      onTyping={(value) => onTyping(column, value)}
      onCommit={(value) => onChange(column, value)}
    />
  );
  return (
    <Box
      component="li"
      sx={{ listStyle: 'none', display: 'grid', gap: 0.5, py: 1, borderTop: row === 0 ? 0 : `1px solid ${LINE}` }}
    >
      <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
        <Box
          aria-hidden
          sx={{
            width: 18,
            flex: 'none',
            fontSize: '0.75rem',
            color: 'text.secondary',
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {number}
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>{cell('description', 'text')}</Box>
        {removable && (
          <Tooltip title={translate('review.remove_line', { number })}>
            <IconButton size="small" aria-label={translate('review.remove_line', { number })} onClick={onRemove}>
              <DeleteOutline fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: '1fr 1.2fr 0.8fr 1.3fr', gap: 0.75, pl: 3, pr: removable ? 5 : 0 }}
      >
        {NUMBERS.map(({ column, kind }) => (
          <Box key={column} sx={{ minWidth: 0 }}>
            <Box
              aria-hidden
              sx={{ fontSize: '0.6875rem', color: 'text.secondary', textAlign: 'right', pr: 0.5, whiteSpace: 'nowrap' }}
            >
              {translate(`review.line.${column}`)}
            </Box>
            {cell(column, kind)}
          </Box>
        ))}
      </Box>
      {off && (
        <Box sx={{ pr: removable ? 5 : 0, textAlign: 'right', fontSize: '0.75rem', color: TONES.amber.text }}>
          {translate('review.line_product', { product: formats.money(centsText(expected), invoice.currency) })}
        </Box>
      )}
    </Box>
  );
};
