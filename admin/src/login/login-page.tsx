import Visibility from '@mui/icons-material/Visibility';
import VisibilityOff from '@mui/icons-material/VisibilityOff';
import { Alert, Box, Button, IconButton, InputAdornment, TextField, Typography } from '@mui/material';
import { type FormEvent, useRef, useState } from 'react';
import { useLogin, useTranslate } from 'react-admin';
import { RequestId } from '../common/notice';
import { usePageTitle } from '../common/page';
import { useWords } from '../i18n/words';
import { LanguageSwitch } from '../layout/language-switch';
import { Wordmark } from '../layout/wordmark';
import { LINE, PAPER } from '../theme/palette';

const EMAIL = /^[^\s@]+@[^\s@]+$/;

export const LoginPage = () => {
  const translate = useTranslate();
  const words = useWords();
  const login = useLogin();
  const [failure, setFailure] = useState<{ text: string; error?: unknown } | null>(null);
  const [pending, setPending] = useState(false);
  const [shown, setShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  usePageTitle(translate('login.title'));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const data = new FormData(form.current!);
    const [email, password] = [String(data.get('email')).trim(), String(data.get('password'))];
    if (!email || !password) return setFailure({ text: translate('login.missing') });
    if (!EMAIL.test(email)) return setFailure({ text: translate('login.invalid_email') });
    setPending(true);
    setFailure(null);
    try {
      await login({ email, password });
    } catch (error) {
      setFailure({ text: words.error(error), error });
      setPending(false);
    }
  };

  return (
    <Box sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box component="main" sx={{ width: '100%', maxWidth: 400 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 3, px: 0.5 }}>
          <Wordmark size={40} />
          <LanguageSwitch />
        </Box>
        <Box
          component="form"
          ref={form}
          noValidate
          onSubmit={(event: FormEvent) => void submit(event)}
          sx={{
            background: PAPER,
            border: `1px solid ${LINE}`,
            borderRadius: 4,
            p: { xs: 3, sm: 4 },
            display: 'grid',
            gap: 2.25,
          }}
        >
          <Box>
            <Typography variant="h1">{translate('login.title')}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {translate('app.tagline')}
            </Typography>
          </Box>
          {failure && (
            <Alert severity="error" icon={false}>
              {failure.text}
              <RequestId error={failure.error} />
            </Alert>
          )}
          <TextField
            name="email"
            type="email"
            label={translate('login.email')}
            autoComplete="username"
            autoFocus
            size="medium"
            slotProps={{ htmlInput: { 'aria-required': true } }}
          />
          <TextField
            name="password"
            type={shown ? 'text' : 'password'}
            label={translate('login.password')}
            autoComplete="current-password"
            size="medium"
            slotProps={{
              htmlInput: { 'aria-required': true },
              input: {
                endAdornment: (
                  <InputAdornment position="end">
                    <IconButton
                      edge="end"
                      aria-label={translate(shown ? 'login.hide_password' : 'login.show_password')}
                      onClick={() => setShown(!shown)}
                    >
                      {shown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
                    </IconButton>
                  </InputAdornment>
                ),
              },
            }}
          />
          <Button type="submit" variant="contained" size="large" disabled={pending} sx={{ minHeight: 44 }}>
            {translate(pending ? 'login.pending' : 'login.submit')}
          </Button>
        </Box>
      </Box>
    </Box>
  );
};
