import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useCreate, useTranslate } from 'react-admin';
import { type Role } from '../api/types';
import { useWords } from '../i18n/words';
import { RoleSelect } from './role-select';

/** Makes a key and shows it once. */
export const KeyDialog = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const words = useWords();
  const [create, { isPending }] = useCreate();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('accountant');
  const [fault, setFault] = useState<string | null>(null);
  const [key, setKey] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return setFault(translate('settings.required'));
    setFault(null);
    void create(
      'api-keys',
      { data: { name: name.trim(), role } },
      {
        onSuccess: ({ key: made }: { key: string }) => setKey(made),
        onError: (error: unknown) => setFault(words.error(error)),
      },
    );
  };

  if (key !== null) {
    return (
      <Dialog open fullWidth maxWidth="sm" aria-labelledby="key-title">
        <DialogTitle id="key-title">{translate('settings.key_once_title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Alert severity="warning" icon={false}>
            {translate('settings.key_once')}
          </Alert>
          <TextField
            label={translate('settings.key_once_title')}
            hiddenLabel
            value={key}
            slotProps={{
              htmlInput: { readOnly: true, 'aria-label': translate('settings.key_once_title') },
              inputLabel: { sx: { display: 'none' } },
            }}
            onFocus={({ target }) => (target as HTMLInputElement).select()}
            sx={{ '& input': { fontFamily: 'monospace' }, '& legend': { display: 'none' } }}
          />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={() => void navigator.clipboard?.writeText(key).then(() => setCopied(true))}>
            {translate(copied ? 'common.copied' : 'common.copy')}
          </Button>
          <Button variant="contained" onClick={onClose}>
            {translate('common.close')}
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="key-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="key-title">{translate('settings.add_key')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
          {fault && (
            <Alert severity="error" icon={false}>
              {fault}
            </Alert>
          )}
          <TextField
            autoFocus
            label={translate('settings.key_name')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            autoComplete="off"
            slotProps={{ htmlInput: { maxLength: 100 } }}
          />
          <RoleSelect value={role} onChange={setRole} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={isPending}>
            {translate('settings.add_key')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
