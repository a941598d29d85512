import {
  Box,
  Button,
  Chip,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useWords } from '../i18n/words';
import { SHADE } from '../theme/palette';
import { isFieldName } from './field-groups';
import { type Conflict } from './use-edits';

interface RejectDialogProps {
  readonly onClose: () => void;
  readonly onReject: (reason: string) => void;
}

export const RejectDialog = ({ onClose, onReject }: RejectDialogProps) => {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onReject(reason.trim());
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="reject-title">
      <form onSubmit={submit}>
        <DialogTitle id="reject-title">{translate('review.reject_title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {examples(translate('review.reject_examples')).map((example) => (
              <Chip key={example} label={example} variant="outlined" onClick={() => setReason(example)} />
            ))}
          </Box>
          <TextField
            autoFocus
            multiline
            minRows={2}
            label={translate('review.reject_reason')}
            helperText={translate('review.reject_hint')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
            sx={{ mt: 0.5 }}
          />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="error" disabled={reason.trim() === ''}>
            {translate('review.reject_confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

const examples = (text: string): string[] => text.split(/\s*\|\s*/).filter((one) => one !== '');

interface DuplicateDialogProps {
  readonly other: number | null;
  readonly onClose: () => void;
  readonly onAccept: () => void;
}

export const DuplicateDialog = ({ other, onClose, onAccept }: DuplicateDialogProps) => {
  const translate = useTranslate();
  return (
    <Dialog open onClose={onClose} maxWidth="sm" aria-labelledby="duplicate-title">
      <DialogTitle id="duplicate-title">{translate('review.duplicate_title')}</DialogTitle>
      <DialogContent>{translate('review.duplicate_body')}</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5, flexWrap: 'wrap' }}>
        {other !== null && (
          <Button component={RouterLink} to={`/invoices/${other}`} onClick={onClose} sx={{ mr: 'auto' }}>
            {translate('review.duplicate_open')}
          </Button>
        )}
        <Button onClick={onClose} autoFocus>
          {translate('common.cancel')}
        </Button>
        <Button variant="contained" color="warning" onClick={onAccept}>
          {translate('review.duplicate_confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly onClose: () => void;
  readonly onReapply: () => void;
  readonly canReapply: boolean;
}

export const ConflictDialog = ({
  conflict: { changes, yours },
  onClose,
  onReapply,
  canReapply,
}: ConflictDialogProps) => {
  const translate = useTranslate();
  const words = useWords();
  const empty = translate('review.empty_value');
  const mine = Object.entries(yours?.fields ?? {}).filter(([name]) => isFieldName(name));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{translate('review.conflict_title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography variant="body2">{translate('review.conflict_body')}</Typography>
        <Box
          component="ul"
          sx={{ m: 0, py: 1.5, pr: 2, pl: 4, borderRadius: 2, background: SHADE, fontSize: '0.9375rem' }}
        >
          {changes.length === 0 && <li>{translate('review.conflict_none')}</li>}
          {changes.map(({ field, before, after }) => (
            <li key={field}>
              {translate('review.conflict_change', {
                field: words.fieldName(field),
                before: words.fieldValue(field, before) || empty,
                after: words.fieldValue(field, after) || empty,
              })}
            </li>
          ))}
        </Box>
        {mine.map(([name, value]) => (
          <Typography key={name} variant="body2">
            {words.fieldName(name)} ·{' '}
            {translate('review.conflict_yours', {
              value: (isFieldName(name) && words.fieldValue(name, value)) || empty,
            })}
          </Typography>
        ))}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        {yours && canReapply && <Button onClick={onReapply}>{translate('review.conflict_reapply')}</Button>}
        <Button variant="contained" onClick={onClose} autoFocus>
          {translate('review.conflict_keep')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

const KEYS = ['tab', 'shift_tab', 'enter', 'accept', 'undo', 'click', 'click_box', 'drag', 'shift_click', 'alt_click'];

export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="keys-title">
      <DialogTitle id="keys-title">{translate('keys.title')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{
            m: 0,
            display: 'grid',
            gridTemplateColumns: 'auto 1fr',
            columnGap: 3,
            rowGap: 1.25,
            alignItems: 'center',
          }}
        >
          {[...KEYS, 'help'].map((key) => (
            <Box key={key} sx={{ display: 'contents' }}>
              <Box component="dt">
                <Box
                  component="kbd"
                  sx={{
                    px: 1,
                    py: 0.375,
                    borderRadius: 1.5,
                    background: SHADE,
                    fontFamily: 'inherit',
                    fontSize: '0.8125rem',
                    fontWeight: 600,
                    whiteSpace: 'nowrap',
                  }}
                >
                  {key === 'help' ? '?' : translate(`keys.key_${key}`)}
                </Box>
              </Box>
              <Box component="dd" sx={{ m: 0, fontSize: '0.9375rem' }}>
                {translate(`keys.${key}`)}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button variant="contained" onClick={onClose} autoFocus>
          {translate('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
