import ArrowBack from '@mui/icons-material/ArrowBack';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import NavigateBefore from '@mui/icons-material/NavigateBefore';
import NavigateNext from '@mui/icons-material/NavigateNext';
import { Box, Button, IconButton, Tooltip, Typography } from '@mui/material';
import { type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Invoice } from '../api/types';
import { StatusChip } from '../common/status-chip';
import { useFormats } from '../i18n/words';
import { LINE, PAPER, TONES } from '../theme/palette';
import { useListAddress } from '../invoices/use-list-address';
import { MoreMenu } from './more-menu';
import { type Decisions } from './use-decisions';
import { type SaveState } from './use-edits';

export interface ReviewBarProps {
  readonly invoice: Invoice;
  readonly decisions: Decisions;
  readonly saveState: SaveState;
  readonly undone: boolean;
  readonly doubts: number;
  readonly editor: boolean;
  readonly previous: number | null;
  readonly next: number | null;
  readonly onAccept: (goOn: boolean) => void;
  readonly onReject: () => void;
  readonly onKeys: () => void;
  readonly onResend: () => void;
}

export const ReviewBar = (props: ReviewBarProps) => {
  const translate = useTranslate();
  const formats = useFormats();
  const { invoice, decisions, saveState, undone, doubts, editor, previous, next } = props;
  const { status, quality } = invoice;
  const back = useListAddress();
  const supplier = invoice.sellerName ?? translate('common.unnamed_supplier');
  const number = invoice.invoiceNumber ?? translate('common.unnumbered');
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        rowGap: 0.75,
        px: 2,
        py: 1,
        minHeight: 60,
        flex: 'none',
        background: PAPER,
        borderBottom: `1px solid ${LINE}`,
      }}
    >
      <Tooltip title={translate('review.back')}>
        <IconButton size="small" component={RouterLink} to={back} aria-label={translate('review.back')}>
          <ArrowBack fontSize="small" />
        </IconButton>
      </Tooltip>
      <Box sx={{ minWidth: 0, flex: '1 1 220px' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, minWidth: 0 }}>
          <Typography
            variant="h1"
            sx={{ fontSize: '1.0625rem', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
            title={`${supplier} ${number}`}
          >
            {supplier}{' '}
            <Box component="span" sx={{ fontWeight: 450, color: 'text.secondary' }}>
              {number}
            </Box>
          </Typography>
          <StatusChip status={status} />
        </Box>
        <Box
          sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.25, fontSize: '0.8125rem', color: 'text.secondary' }}
        >
          {status === 'in_review' && (
            <span>
              {doubts > 0 ? translate('review.doubts', { smart_count: doubts }) : translate('review.no_doubts')}
            </span>
          )}
          {(status === 'accepted' || status === 'rejected') && <Decided invoice={invoice} />}
          {quality && (
            <Tooltip title={translate('review.score_help', { threshold: formats.percent(quality.threshold) })}>
              <span>{translate('review.score', { score: formats.percent(quality.score) })}</span>
            </Tooltip>
          )}
          {status === 'in_review' && <Saved state={saveState} undone={undone} onResend={props.onResend} />}
          {!editor && <span title={translate('review.read_only_role')}>{translate('review.read_only')}</span>}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, ml: 'auto' }}>
        <Step to={previous} word="review.previous_invoice" icon={<NavigateBefore fontSize="small" />} />
        <Step to={next} word="review.next_invoice" icon={<NavigateNext fontSize="small" />} />
        <Tooltip title={`${translate('review.shortcuts')} (?)`}>
          <IconButton size="small" aria-label={translate('review.shortcuts')} onClick={props.onKeys}>
            <KeyboardOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
        <MoreMenu invoice={invoice} decisions={decisions} editor={editor} />
        {editor && (status === 'in_review' || status === 'failed') && (
          <Button variant="outlined" disabled={decisions.busy} onClick={props.onReject}>
            {translate('review.reject')}
          </Button>
        )}
        {editor && status === 'in_review' && (
          <Tooltip title={`${translate('review.accept_next')} : ${translate('keys.key_accept')}`}>
            {/* A disabled button has no events for the tooltip. */}
            <span>
              <Button
                variant="contained"
                disabled={decisions.busy}
                onClick={() => props.onAccept(false)}
                aria-keyshortcuts="Control+Enter"
              >
                {translate('review.accept')}
              </Button>
            </span>
          </Tooltip>
        )}
        {editor && (status === 'accepted' || status === 'rejected') && (
          <Button
            variant="outlined"
            disabled={decisions.busy}
            onClick={() => void decisions.reopen()}
            title={translate('review.read_only_status')}
          >
            {translate('review.reopen')}
          </Button>
        )}
      </Box>
    </Box>
  );
};

const Decided = ({ invoice: { status, decidedAt, decidedBy } }: { invoice: Invoice }) => {
  const translate = useTranslate();
  const formats = useFormats();
  const word = decidedBy === 'system' ? 'review.decided_system' : 'review.decided';
  const params = { status: translate(`status.${status}`), date: formats.instant(decidedAt), actor: decidedBy };
  return <span>{translate(word, params)}</span>;
};

const Saved = ({ state, undone, onResend }: { state: SaveState; undone: boolean; onResend: () => void }) => {
  const translate = useTranslate();
  return (
    <Box component="span" role="status">
      {state === 'saving' && translate('review.saving')}
      {state === 'saved' && (
        <Box component="span" sx={{ color: TONES.green.text }}>
          ✓ {translate(undone ? 'review.undone' : 'review.saved')}
        </Box>
      )}
      {state === 'stalled' && (
        <Box component="span" sx={{ color: TONES.red.text, fontWeight: 600 }}>
          {translate('review.unsaved')}{' '}
          <Button size="small" color="error" onClick={onResend} sx={{ minHeight: 0, py: 0 }}>
            {translate('app.retry')}
          </Button>
        </Box>
      )}
    </Box>
  );
};

const Step = ({ to, word, icon }: { to: number | null; word: string; icon: ReactNode }) => {
  const label = useTranslate()(word);
  if (to === null) {
    return (
      <IconButton size="small" disabled aria-label={label}>
        {icon}
      </IconButton>
    );
  }
  return (
    <Tooltip title={label}>
      <IconButton size="small" component={RouterLink} to={`/invoices/${to}`} aria-label={label}>
        {icon}
      </IconButton>
    </Tooltip>
  );
};
