import { Box } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Summary } from '../api/types';
import { StatusChip } from '../common/status-chip';
import { today } from '../format/dates';
import { useFormats, useWords } from '../i18n/words';

export interface InvoiceColumn {
  readonly source: string;
  readonly label: string;
  readonly right?: boolean;
  /** The server can sort by it. */
  readonly sortable?: boolean;
  readonly cell: (invoice: Summary) => ReactNode;
  /** Headers and texts for a spreadsheet. */
  readonly csv: readonly { readonly header: string; readonly text: (invoice: Summary) => string }[];
}

export const HIDDEN_AT_FIRST = ['totalWithoutVat', 'totalVat', 'amountDue', 'engine', 'file', 'decidedBy'];

type AmountName = 'totalWithoutVat' | 'totalVat' | 'totalWithVat' | 'amountDue';

/** What a list of invoices can show: supplier and number first, never an id. */
export function useInvoiceColumns(): readonly InvoiceColumn[] {
  const translate = useTranslate();
  const formats = useFormats();
  const words = useWords();
  return useMemo(() => {
    const name = (source: string) => translate(`invoices.column.${source}`);
    const none = translate('common.none');
    const decimalMark = formats.locale === 'fr-FR' ? ',' : '.';
    const one = (source: string, text: (invoice: Summary) => string) => [{ header: name(source), text }];

    const date = (source: 'issueDate' | 'dueDate'): InvoiceColumn => ({
      source,
      label: name(source),
      sortable: true,
      cell: (invoice) => formats.date(invoice[source]) || none,
      csv: one(source, (invoice) => formats.date(invoice[source])),
    });
    const amount = (source: AmountName, sortable = false): InvoiceColumn => ({
      source,
      label: name(source),
      right: true,
      sortable,
      cell: (invoice) => formats.money(invoice[source], invoice.currency) || none,
      csv: one(source, (invoice) => (invoice[source] ?? '').replace('.', decimalMark)),
    });
    const text = (source: string, of: (invoice: Summary) => string): InvoiceColumn => ({
      source,
      label: name(source),
      cell: (invoice) => of(invoice) || none,
      csv: one(source, of),
    });

    return [
      {
        source: 'sellerName',
        label: name('invoice'),
        sortable: true,
        cell: (invoice) => <InvoiceName invoice={invoice} />,
        csv: [
          { header: name('sellerName'), text: (invoice) => invoice.sellerName ?? '' },
          { header: name('invoiceNumber'), text: (invoice) => invoice.invoiceNumber ?? '' },
          {
            header: name('documentType'),
            text: ({ documentType }) => (documentType ? translate(`document_type.${documentType}`) : ''),
          },
        ],
      },
      {
        source: 'status',
        label: name('status'),
        sortable: true,
        cell: ({ status }) => <StatusChip status={status} />,
        csv: one('status', ({ status }) => translate(`status.${status}`)),
      },
      date('issueDate'),
      date('dueDate'),
      amount('totalWithoutVat'),
      amount('totalVat'),
      {
        ...amount('totalWithVat', true),
        csv: [...amount('totalWithVat').csv, ...one('currency', ({ currency }) => currency ?? '')],
      },
      amount('amountDue'),
      {
        source: 'score',
        label: name('score'),
        right: true,
        sortable: true,
        cell: ({ score }) => formats.percent(score) || none,
        csv: one('score', ({ score }) => (score === null ? '' : score.toFixed(3).replace('.', decimalMark))),
      },
      {
        ...text('receivedAt', ({ receivedAt }) => formats.instant(receivedAt)),
        sortable: true,
        cell: ({ receivedAt }) => (
          <span title={formats.instant(receivedAt)}>{formats.date(today(new Date(receivedAt)))}</span>
        ),
      },
      text('engine', ({ engine }) => (engine ? words.engine(engine) : '')),
      text('file', ({ document }) => document.fileName),
      text('decidedBy', ({ decidedBy }) =>
        decidedBy === 'system' ? translate('document_sources.system') : (decidedBy ?? ''),
      ),
    ];
  }, [formats, translate, words]);
}

const InvoiceName = ({ invoice }: { invoice: Summary }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ minWidth: 180, maxWidth: 320 }}>
      <Box
        component={RouterLink}
        to={`/invoices/${invoice.id}`}
        onClick={(event: React.MouseEvent) => event.stopPropagation()}
        sx={{
          display: 'block',
          fontWeight: 600,
          color: 'text.primary',
          textDecoration: 'none',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          '&:hover': { textDecoration: 'underline' },
        }}
      >
        {invoice.sellerName ?? translate('common.unnamed_supplier')}
      </Box>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {invoice.documentType === 'creditNote' && `${translate('invoices.credit_note')} `}
        {invoice.invoiceNumber ?? `${translate('common.unnumbered')} · ${invoice.document.fileName}`}
      </Box>
    </Box>
  );
};
