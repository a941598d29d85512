import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Summary } from '../api/types';
import { useFormats } from '../i18n/words';
import { InvoiceRow } from './invoice-row';

export const ReviewList = ({ invoices }: { invoices: readonly Summary[] }) => {
  const translate = useTranslate();
  const formats = useFormats();
  return (
    <Box component="ul" sx={{ m: 0, p: 0 }}>
      {invoices.map((invoice) => (
        <InvoiceRow
          key={invoice.id}
          invoice={invoice}
          note={[
            translate('home.received', { date: formats.instant(invoice.receivedAt) }),
            ...(invoice.score === null ? [] : [translate('home.score', { score: formats.percent(invoice.score) })]),
          ].join(' · ')}
        />
      ))}
    </Box>
  );
};
