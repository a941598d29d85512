import { Alert, Box, Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useGetIdentity, useNotify, useTranslate } from 'react-admin';
import { hasCode } from '../api/api-error';
import { signIn } from '../api/auth-provider';
import { call } from '../api/http';
import { Panel } from '../common/panel';
import { useWords } from '../i18n/words';

const SHORTEST = 10;
const NOTHING = { present: '', next: '', again: '' };

export const AccountPanel = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const words = useWords();
  const { identity } = useGetIdentity();
  const [values, setValues] = useState(NOTHING);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { present, next, again } = values;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (next.length < SHORTEST) return setFault(translate('settings.password_short'));
    if (next !== again) return setFault(translate('settings.password_differs'));
    setBusy(true);
    setFault(null);
    try {
      await call('/auth/password', { method: 'POST', body: { present, next } });
      // The change has ended this session too.
      if (identity?.fullName) await signIn(identity.fullName, next);
      setValues(NOTHING);
      notify('settings.password_changed', { type: 'success' });
    } catch (error) {
      setFault(hasCode(error, 'auth.invalid_credentials') ? translate('settings.password_wrong') : words.error(error));
    } finally {
      setBusy(false);
    }
  };

  const input = (name: keyof typeof NOTHING, word: string, autoComplete: string, hint?: string) => (
    <TextField
      type="password"
      label={translate(word)}
      autoComplete={autoComplete}
      helperText={hint}
      value={values[name]}
      onChange={({ target }) => setValues({ ...values, [name]: target.value })}
    />
  );
  return (
    <Panel title={translate('settings.password_title')}>
      <Box
        component="form"
        onSubmit={(event: FormEvent) => void submit(event)}
        sx={{ display: 'grid', gap: 2, maxWidth: 400, pt: 1 }}
      >
        {fault && (
          <Alert severity="error" icon={false}>
            {fault}
          </Alert>
        )}
        <input type="text" name="username" autoComplete="username" value={identity?.fullName ?? ''} readOnly hidden />
        {input('present', 'settings.present_password', 'current-password')}
        {input('next', 'settings.new_password', 'new-password', translate('settings.password_rule'))}
        {input('again', 'settings.repeat_password', 'new-password')}
        <Box>
          <Button type="submit" variant="contained" disabled={busy || !present || !next || !again}>
            {translate('settings.change_password')}
          </Button>
        </Box>
      </Box>
    </Panel>
  );
};
