import Add from '@mui/icons-material/Add';
import DeleteOutline from '@mui/icons-material/DeleteOutlineOutlined';
import { Box, Button, IconButton, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type VatRow } from '../api/types';
import { TONES } from '../theme/palette';
import { type ValueKind } from './normalise';
import { useReview } from './review-context';
import { ValueInput } from './value-input';

type Column = keyof VatRow;
type OpenRow = Record<Column, string | null>;

const COLUMNS: readonly { column: Column; kind: ValueKind }[] = [
  { column: 'rate', kind: 'rate' },
  { column: 'base', kind: 'amount' },
  { column: 'amount', kind: 'amount' },
];
const EMPTY: OpenRow = { rate: null, base: null, amount: null };

const isWhole = (row: OpenRow): row is VatRow => row.rate !== null && row.base !== null && row.amount !== null;

/** The VAT breakdown; a row is saved once its three values are there. */
export const VatGrid = () => {
  const translate = useTranslate();
  const { invoice, readOnly, save } = useReview();
  /** The row that lacks a value: it stays here until it is whole. */
  const [open, setOpen] = useState<{ at: number; row: OpenRow } | null>(null);
  const saved = invoice.vatBreakdown;
  const rows: OpenRow[] = saved.map((row, at) => (open?.at === at ? open.row : row));
  if (open && open.at >= saved.length) rows.push(open.row);

  const change = (at: number, column: Column, value: string | null) => {
    const row: OpenRow = { ...(rows[at] ?? EMPTY), [column]: value };
    if (!isWhole(row)) return setOpen({ at, row });
    setOpen(null);
    save({ vatBreakdown: at < saved.length ? saved.map((one, i) => (i === at ? row : one)) : [...saved, row] });
  };
  const remove = (at: number) => {
    setOpen(null);
    if (at < saved.length) save({ vatBreakdown: saved.filter((_row, i) => i !== at) });
  };

  if (rows.length === 0 && readOnly) return null;
  return (
    <Box role="group" aria-label={translate('review.vat_rows')} sx={{ mt: 1.75 }}>
      <Box sx={{ fontSize: '0.8125rem', fontWeight: 600, mb: 0.5 }}>{translate('review.vat_rows')}</Box>
      {rows.length > 0 && (
        <Box aria-hidden sx={{ ...GRID, fontSize: '0.6875rem', color: 'text.secondary', textAlign: 'right', mb: 0.25 }}>
          {COLUMNS.map(({ column }) => (
            <Box key={column} sx={{ pr: 0.5 }}>
              {translate(`review.vat.${column}`)}
            </Box>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'grid', gap: 0.75 }}>
        {rows.map((row, at) => (
          <Box key={at} sx={GRID}>
            {COLUMNS.map(({ column, kind }) => (
              <Box key={column} sx={{ minWidth: 0 }}>
                <ValueInput
                  id={`vat-${at}-${column}`}
                  label={translate('review.vat_label', { column: translate(`review.vat.${column}`), number: at + 1 })}
                  hideLabel
                  value={row[column]}
                  kind={kind}
                  onCommit={(value) => change(at, column, value)}
                />
              </Box>
            ))}
            {!readOnly && (
              <Tooltip title={translate('review.remove_vat', { number: at + 1 })}>
                <IconButton
                  size="small"
                  aria-label={translate('review.remove_vat', { number: at + 1 })}
                  onClick={() => remove(at)}
                >
                  <DeleteOutline fontSize="small" />
                </IconButton>
              </Tooltip>
            )}
          </Box>
        ))}
      </Box>
      {open && !isWhole(open.row) && (
        <Box role="status" sx={{ mt: 0.5, fontSize: '0.75rem', color: TONES.amber.text }}>
          {translate('review.vat_incomplete')}
        </Box>
      )}
      {!readOnly && (
        <Button
          size="small"
          startIcon={<Add />}
          disabled={open !== null}
          onClick={() => setOpen({ at: saved.length, row: EMPTY })}
          sx={{ mt: 0.5, ml: -1 }}
        >
          {translate('review.add_vat')}
        </Button>
      )}
    </Box>
  );
};

const GRID = {
  display: 'grid',
  gridTemplateColumns: '0.8fr 1.2fr 1.2fr 34px',
  gap: 0.75,
  alignItems: 'center',
} as const;
