import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { asApiError, hasCode } from '../api/api-error';
import { invoicesApi } from '../api/invoices';
import { type Invoice } from '../api/types';
import { useWords } from '../i18n/words';
import { UndoNotice } from './undo-notice';
import { type useEdits } from './use-edits';
import { invoiceKey } from './use-invoice';
import { type useQueue } from './use-queue';

const UNDO_MS = 10_000;

/** Accept, reject, reopen, read again: each tells what it did and, where it can, how to take it back. */
export function useDecisions(invoice: Invoice, edits: ReturnType<typeof useEdits>, queue: ReturnType<typeof useQueue>) {
  const client = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const navigate = useNavigate();
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [duplicate, setDuplicate] = useState<{ other: number | null; goOn: boolean } | null>(null);
  const { id } = invoice;
  const number = invoice.invoiceNumber ?? translate('common.unnumbered');

  const refresh = () => client.invalidateQueries({ queryKey: ['invoices'] });

  const refused = async (error: unknown) => {
    if (hasCode(error, 'invoice.version_conflict')) return edits.meetConflict(null);
    if (hasCode(error, 'invoice.wrong_status')) void client.invalidateQueries({ queryKey: invoiceKey(id) });
    const { requestId, code } = asApiError(error);
    const reference = code === 'internal' && requestId ? ` ${translate('app.request_id', { id: requestId })}` : '';
    notify(words.error(error) + reference, { type: 'error', autoHideDuration: 12_000 });
  };

  /** One act at a time, after all changes have arrived. */
  const act = async (what: (version: number) => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    try {
      if (await edits.flush()) await what(edits.known().version);
    } catch (error) {
      await refused(error).catch((failure: unknown) => notify(words.error(failure), { type: 'error' }));
    } finally {
      setBusy(false);
    }
  };

  const reopenById = async () => {
    try {
      client.setQueryData(invoiceKey(id), await invoicesApi.reopen(id));
      notify('review.reopened_notice', { type: 'info' });
      void navigate(`/invoices/${id}`);
      void refresh();
    } catch (error) {
      await refused(error);
    }
  };

  const decided = (saved: Invoice, word: string, goOn: boolean) => {
    edits.keep(saved);
    const text = translate(word, { number });
    notify(<UndoNotice text={text} onUndo={() => void reopenById()} />, { autoHideDuration: UNDO_MS });
    void refresh();
    if (!goOn) return;
    if (queue.next !== null) void navigate(`/invoices/${queue.next}`);
    else void navigate('/');
  };

  return {
    busy,
    duplicate,
    closeDuplicate: () => setDuplicate(null),
    accept: (goOn: boolean, evenIfDuplicate = false) =>
      act(async (version) => {
        setDuplicate(null);
        try {
          decided(await invoicesApi.accept(id, version, evenIfDuplicate), 'review.accepted_notice', goOn);
        } catch (error) {
          if (!hasCode(error, 'invoice.duplicate_number')) throw error;
          const other = asApiError(error).params.invoice;
          setDuplicate({ other: typeof other === 'number' ? other : null, goOn });
        }
      }),
    reject: (reason: string) =>
      act(async (version) => decided(await invoicesApi.reject(id, version, reason), 'review.rejected_notice', false)),
    reopen: () => act(reopenById),
    reread: (engine: string) =>
      act(async () => {
        await invoicesApi.reprocess(id, engine);
        notify('review.reread_notice', { type: 'info' });
        await client.invalidateQueries({ queryKey: invoiceKey(id) });
        void refresh();
      }),
    download: async () => {
      try {
        save(await invoicesApi.file(id), invoice.document.fileName);
      } catch (error) {
        await refused(error);
      }
    },
  };
}

export type Decisions = ReturnType<typeof useDecisions>;

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
