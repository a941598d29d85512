import { Box, ButtonBase } from '@mui/material';
import { type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Summary } from '../api/types';
import { useFormats } from '../i18n/words';
import { LINE } from '../theme/palette';

/** Supplier and number, something about it, and its total. */
export const InvoiceRow = ({ invoice, note }: { invoice: Summary; note: ReactNode }) => {
  const translate = useTranslate();
  const formats = useFormats();
  return (
    <Box component="li" sx={{ listStyle: 'none', borderTop: `1px solid ${LINE}` }}>
      <ButtonBase
        component={RouterLink}
        to={`/invoices/${invoice.id}`}
        sx={{
          width: '100%',
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          textAlign: 'left',
          px: 2.5,
          py: 1.375,
          '&:hover': { background: '#faf9f6' },
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box
            sx={{
              fontSize: '0.9375rem',
              fontWeight: 600,
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
            }}
          >
            {invoice.sellerName ?? translate('common.unnamed_supplier')}
          </Box>
          <Box
            sx={{
              fontSize: '0.8125rem',
              color: 'text.secondary',
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
            }}
          >
            {invoice.invoiceNumber ?? translate('common.unnumbered')} · {note}
          </Box>
        </Box>
        <Box sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600, whiteSpace: 'nowrap' }}>
          {formats.money(invoice.totalWithVat, invoice.currency) || translate('common.none')}
        </Box>
      </ButtonBase>
    </Box>
  );
};
