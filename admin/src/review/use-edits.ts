import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { type ApiError, asApiError, hasCode } from '../api/api-error';
import { type Edit, invoicesApi } from '../api/invoices';
import { type Invoice } from '../api/types';
import { applied, changesBetween, type FieldChange, inverseOf, type Step } from './edits';
import { invoiceKey } from './use-invoice';

export interface Conflict {
  readonly changes: readonly FieldChange[];
  readonly yours: Edit | null;
}

export type SaveState = 'idle' | 'saving' | 'saved' | 'stalled';

/**
 * The person's changes: shown at once, sent one after the other, each with the version that it was made on.
 * An unanswered change stays and can be sent again; a refused one is taken back and told.
 */
export function useEdits(server: Invoice, onRefused: (error: ApiError) => void) {
  const client = useQueryClient();
  const { id } = server;
  const [pending, setPending] = useState<readonly Step[]>([]);
  const [state, setState] = useState<SaveState>('idle');
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [undone, setUndone] = useState(false);
  const undoable = useRef<Step[]>([]);
  const waiting = useRef<readonly Step[]>([]);
  const sending = useRef<Promise<boolean> | null>(null);

  const shown = useMemo(() => pending.reduce((invoice, { edit }) => applied(invoice, edit), server), [pending, server]);
  const known = useCallback(() => client.getQueryData<Invoice>(invoiceKey(id)) ?? server, [client, id, server]);

  const put = useCallback((steps: readonly Step[]) => {
    waiting.current = steps;
    setPending(steps);
  }, []);

  const keep = useCallback((invoice: Invoice) => client.setQueryData(invoiceKey(id), invoice), [client, id]);

  /** Loads what is there now and tells what changed. */
  const meetConflict = useCallback(
    async (yours: Edit | null) => {
      const before = known();
      const after = await invoicesApi.find(id);
      undoable.current = [];
      put([]);
      keep(after);
      setState('idle');
      setConflict({ changes: changesBetween(before, after), yours });
    },
    [id, keep, known, put],
  );

  const send = useCallback(async (): Promise<boolean> => {
    for (let step = waiting.current[0]; step; step = waiting.current[0]) {
      setState('saving');
      try {
        const saved = await invoicesApi.edit(id, known().version, step.edit);
        keep(saved);
        put(waiting.current.slice(1));
      } catch (thrown) {
        const error = asApiError(thrown);
        if (error.status === 0 || error.status >= 502) {
          setState('stalled');
          return false;
        }
        if (hasCode(error, 'invoice.version_conflict') || hasCode(error, 'invoice.wrong_status')) {
          await meetConflict(step.edit).catch((failure: unknown) => onRefused(asApiError(failure)));
          return false;
        }
        undoable.current = undoable.current.filter((one) => one !== step);
        put(waiting.current.slice(1));
        setState('idle');
        onRefused(error);
        return false;
      }
    }
    setState((now) => (now === 'saving' ? 'saved' : now));
    return true;
  }, [id, keep, known, meetConflict, onRefused, put]);

  /** @returns true once nothing waits any more */
  const flush = useCallback((): Promise<boolean> => {
    sending.current ??= send().finally(() => {
      sending.current = null;
    });
    return sending.current;
  }, [send]);

  const enqueue = useCallback(
    (step: Step) => {
      put([...waiting.current, step]);
      void flush();
    },
    [flush, put],
  );

  const save = useCallback(
    (edit: Edit) => {
      const now = waiting.current.reduce((invoice, step) => applied(invoice, step.edit), known());
      const step = { edit, inverse: inverseOf(edit, now) };
      undoable.current = [...undoable.current, step];
      setUndone(false);
      enqueue(step);
    },
    [enqueue, known],
  );

  /** @returns what is taken back, or null when there is nothing */
  const undo = useCallback((): Edit | null => {
    const last = undoable.current.at(-1);
    if (!last) return null;
    undoable.current = undoable.current.slice(0, -1);
    setUndone(true);
    enqueue({ edit: last.inverse, inverse: last.edit });
    return last.inverse;
  }, [enqueue]);

  return {
    shown,
    state,
    undone,
    conflict,
    closeConflict: () => setConflict(null),
    meetConflict,
    save,
    undo,
    flush,
    keep,
    known,
  };
}
