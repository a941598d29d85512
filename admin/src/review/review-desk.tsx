import { Box } from '@mui/material';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNotify, usePermissions, useTranslate } from 'react-admin';
import { type ApiError } from '../api/api-error';
import { type Invoice, type Role } from '../api/types';
import { useWords } from '../i18n/words';
import { LINE, PAPER } from '../theme/palette';
import { ConflictDialog, DuplicateDialog, KeysDialog, RejectDialog } from './dialogs';
import { FIELD_ORDER, type FieldName } from './field-groups';
import { marksOf, nextDoubtful } from './field-marks';
import { FieldsPanel } from './fields-panel';
import { FailedPanel, WaitingPanel } from './not-ready';
import { PageViewer } from './page-viewer';
import { ReviewBar } from './review-bar';
import { inputId, type Review, ReviewContext, type Target } from './review-context';
import { useDecisions } from './use-decisions';
import { useEdits } from './use-edits';
import { isUnderWay } from './use-invoice';
import { usePrefetch } from './use-page';
import { usePlaces } from './use-places';
import { useQueue } from './use-queue';
import { useReviewKeys } from './use-review-keys';

/** The page beside its data, for one invoice. */
export const ReviewDesk = ({ server }: { server: Invoice }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const words = useWords();
  const { permissions } = usePermissions<Role>();
  const onRefused = useCallback((error: ApiError) => notify(words.error(error), { type: 'error' }), [notify, words]);
  const edits = useEdits(server, onRefused);
  const queue = useQueue(server.id);
  const decisions = useDecisions(edits.shown, edits, queue);
  const [target, setTarget] = useState<Target | null>(null);
  const [dialog, setDialog] = useState<'reject' | 'keys' | null>(null);
  const desk = useRef<HTMLDivElement>(null);
  usePrefetch(queue.next);

  const { save } = edits;
  const { placed: invoice, remember } = usePlaces(edits.shown);
  const { status, fields, quality } = invoice;
  const editor = permissions !== undefined && permissions !== 'auditor';
  const readOnly = !editor || status !== 'in_review' || decisions.busy;
  const marks = useMemo(
    () =>
      fields
        ? marksOf(fields, quality)
        : (Object.fromEntries(FIELD_ORDER.map((name) => [name, 'sure'])) as Review['marks']),
    [fields, quality],
  );
  const doubts = Object.values(marks).filter((mark) => mark !== 'sure').length;

  const focusField = useCallback((name: FieldName) => {
    const input = document.getElementById(inputId(name));
    input?.focus();
    input?.scrollIntoView({ block: 'nearest' });
  }, []);
  const latestMarks = useRef(marks);
  latestMarks.current = marks;
  const focusNextDoubtful = useCallback(
    (from: FieldName | null) => {
      const next = nextDoubtful(latestMarks.current, from);
      if (next) focusField(next);
    },
    [focusField],
  );

  // The person starts where it is doubtful.
  const readable = fields !== null && !isUnderWay(status) && status !== 'failed';
  const startsReviewing = readable && status === 'in_review' && editor;
  useEffect(() => {
    if (startsReviewing) focusNextDoubtful(null);
  }, [startsReviewing, focusNextDoubtful]);

  const accept = async (goOn: boolean) => {
    if (document.activeElement instanceof HTMLElement && desk.current?.contains(document.activeElement))
      document.activeElement.blur();
    // What was just typed is judged before the next frame.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const faulty = desk.current?.querySelector<HTMLElement>('[data-unsaved]');
    if (faulty) return faulty.focus();
    await decisions.accept(goOn);
  };

  useReviewKeys({
    enabled: dialog === null && !edits.conflict && !decisions.duplicate,
    onAccept: () => {
      if (editor && status === 'in_review') void accept(true);
    },
    onUndo: () => {
      if (readOnly) return;
      const undone = edits.undo();
      if (!undone) notify('review.nothing_to_undo', { type: 'info', autoHideDuration: 1_500 });
      const name = Object.keys(undone?.fields ?? {})[0];
      if (name) focusField(name as FieldName);
    },
    onNextDoubtful: () => focusNextDoubtful(null),
    onHelp: () => setDialog('keys'),
  });

  const review = useMemo(
    (): Review => ({ invoice, readOnly, marks, target, setTarget, save, remember, focusField, focusNextDoubtful }),
    [invoice, readOnly, marks, target, save, remember, focusField, focusNextDoubtful],
  );
  return (
    <ReviewContext value={review}>
      <Box
        ref={desk}
        sx={{
          display: 'flex',
          flexDirection: 'column',
          height: '100vh',
          '@media (max-width: 899px)': { height: 'auto' },
        }}
      >
        <ReviewBar
          invoice={invoice}
          decisions={decisions}
          saveState={edits.state}
          undone={edits.undone}
          doubts={doubts}
          editor={editor}
          previous={queue.previous}
          next={queue.next}
          onAccept={(goOn) => void accept(goOn)}
          onReject={() => setDialog('reject')}
          onKeys={() => setDialog('keys')}
          onResend={() => void edits.flush()}
        />
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 3fr) minmax(380px, 2fr)',
            gridTemplateRows: 'minmax(0, 1fr)',
            '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: '70vh auto' },
          }}
        >
          <PageViewer />
          <Box
            component="section"
            aria-label={translate('review.fields')}
            sx={{
              minHeight: 0,
              overflow: 'auto',
              background: PAPER,
              borderLeft: `1px solid ${LINE}`,
              scrollPadding: '48px 0',
            }}
          >
            {isUnderWay(status) && <WaitingPanel invoice={invoice} />}
            {status === 'failed' && <FailedPanel invoice={invoice} decisions={decisions} editor={editor} />}
            {readable && <FieldsPanel />}
          </Box>
        </Box>
      </Box>
      {dialog === 'keys' && <KeysDialog onClose={() => setDialog(null)} />}
      {dialog === 'reject' && (
        <RejectDialog
          onClose={() => setDialog(null)}
          onReject={(reason) => {
            setDialog(null);
            void decisions.reject(reason);
          }}
        />
      )}
      {decisions.duplicate && (
        <DuplicateDialog
          other={decisions.duplicate.other}
          onClose={decisions.closeDuplicate}
          onAccept={() => void decisions.accept(decisions.duplicate?.goOn ?? false, true)}
        />
      )}
      {edits.conflict && (
        <ConflictDialog
          conflict={edits.conflict}
          canReapply={status === 'in_review'}
          onClose={edits.closeConflict}
          onReapply={() => {
            const yours = edits.conflict?.yours;
            edits.closeConflict();
            if (yours) save(yours);
          }}
        />
      )}
    </ReviewContext>
  );
};
