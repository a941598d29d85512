import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useNotify, useStore, useTranslate } from 'react-admin';
import { invoicesApi } from '../api/invoices';
import { type Summary } from '../api/types';
import { csvText } from '../format/csv';
import { today } from '../format/dates';
import { useFormats, useWords } from '../i18n/words';
import { HIDDEN_AT_FIRST, useInvoiceColumns } from './invoice-columns';

const AT_ONCE = 200;

/** Writes what the list shows, all its pages, with the columns that are chosen and in their order. */
export const ExportButton = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const words = useWords();
  const { locale } = useFormats();
  const columns = useInvoiceColumns();
  const { filterValues, sort, total = 0 } = useListContext<Summary>();
  const [hidden] = useStore<string[]>('invoices.datatable', HIDDEN_AT_FIRST);
  const [done, setDone] = useState<number | null>(null);

  const write = async () => {
    setDone(0);
    try {
      const invoices = await all();
      const cells = columns.filter(({ source }) => !hidden.includes(source)).flatMap(({ csv }) => csv);
      const rows = [
        cells.map(({ header }) => header),
        ...invoices.map((invoice) => cells.map(({ text }) => text(invoice))),
      ];
      download(
        csvText(rows, locale === 'fr-FR' ? ';' : ','),
        `${translate('invoices.title').toLowerCase()}-${today()}.csv`,
      );
      notify('invoices.exported', { type: 'info', messageArgs: { smart_count: invoices.length } });
    } catch (error) {
      notify(words.error(error), { type: 'error' });
    } finally {
      setDone(null);
    }
  };

  const all = async (): Promise<Summary[]> => {
    const invoices = new Map<number, Summary>();
    for (let page = 1; ; page++) {
      const query = { ...filterValues, page, perPage: AT_ONCE, sort: sort.field, order: sort.order };
      const { data, total: there } = await invoicesApi.list(query);
      for (const invoice of data) invoices.set(invoice.id, invoice);
      setDone(invoices.size);
      if (data.length < AT_ONCE || page * AT_ONCE >= there) return [...invoices.values()];
    }
  };

  return (
    <Button
      size="small"
      startIcon={<FileDownloadOutlined />}
      disabled={done !== null || total === 0}
      onClick={() => void write()}
    >
      {done === null ? translate('invoices.export') : translate('invoices.exporting', { done, total })}
    </Button>
  );
};

function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
