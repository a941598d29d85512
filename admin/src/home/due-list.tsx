import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Summary } from '../api/types';
import { daysBetween, today } from '../format/dates';
import { useFormats } from '../i18n/words';
import { TONES } from '../theme/palette';
import { InvoiceRow } from './invoice-row';

/** Overdue for longer than this, an accepted invoice was most likely paid before it came in here. */
const LONG_AGO_DAYS = 30;

export const DueList = ({ invoices, shown }: { invoices: readonly Summary[]; shown: number }) => {
  const translate = useTranslate();
  const formats = useFormats();
  const now = today();
  const dated = invoices.flatMap((invoice) =>
    invoice.dueDate && invoice.documentType !== 'creditNote'
      ? [{ invoice, days: daysBetween(now, invoice.dueDate) }]
      : [],
  );
  const next = dated.filter(({ days }) => days >= -LONG_AGO_DAYS).slice(0, shown);
  if (next.length === 0) {
    return (
      <Typography variant="body2" sx={{ px: 2.5, pb: 2.5, color: 'text.secondary' }}>
        {translate('home.no_due')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ m: 0, p: 0 }}>
      {next.map(({ invoice, days }) => (
        <InvoiceRow
          key={invoice.id}
          invoice={invoice}
          note={
            <>
              {formats.date(invoice.dueDate)},{' '}
              <Box component="span" sx={days < 0 ? { color: TONES.red.text, fontWeight: 600 } : {}}>
                {days < 0
                  ? translate('home.overdue', { smart_count: -days })
                  : days === 0
                    ? translate('home.due_today')
                    : translate('home.due_in', { smart_count: days })}
              </Box>
            </>
          }
        />
      ))}
    </Box>
  );
};
