import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Switch,
  TextField,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useCreate, useNotify, useTranslate, useUpdate } from 'react-admin';
import { type Role, type User } from '../api/types';
import { useWords } from '../i18n/words';
import { RoleSelect } from './role-select';

const SHORTEST = 10;

/** Adds a user, or changes the one given. */
export const UserDialog = ({ user, onClose }: { user: User | null; onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const words = useWords();
  const [create, { isPending: creating }] = useCreate();
  const [update, { isPending: updating }] = useUpdate();
  const [name, setName] = useState(user?.name ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [role, setRole] = useState<Role>(user?.role ?? 'accountant');
  const [active, setActive] = useState(user?.active ?? true);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  const settled = {
    onSuccess: () => {
      notify('settings.user_saved', { type: 'success' });
      onClose();
    },
    onError: (error: unknown) => setFault(words.error(error)),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || !email.trim()) return setFault(translate('login.missing'));
    if ((password || !user) && password.length < SHORTEST) return setFault(translate('settings.password_short'));
    setFault(null);
    if (!user)
      return void create('users', { data: { name: name.trim(), email: email.trim(), role, password } }, settled);
    // A role that is sent ends the user's sessions, so only what has changed goes out.
    const data = {
      ...(name !== user.name && { name: name.trim() }),
      ...(role !== user.role && { role }),
      ...(active !== user.active && { active }),
      ...(password && { password }),
    };
    if (Object.keys(data).length === 0) return onClose();
    void update('users', { id: user.id, data, previousData: user }, { ...settled, mutationMode: 'pessimistic' });
  };

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="user-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="user-title">
          {user ? translate('settings.edit_user', { name: user.name }) : translate('settings.add_user')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
          {fault && (
            <Alert severity="error" icon={false}>
              {fault}
            </Alert>
          )}
          <TextField
            autoFocus
            label={translate('settings.user_name')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            autoComplete="off"
          />
          <TextField
            type="email"
            label={translate('settings.user_email')}
            value={email}
            disabled={user !== null}
            onChange={({ target }) => setEmail(target.value)}
            autoComplete="off"
          />
          <RoleSelect value={role} onChange={setRole} />
          <TextField
            type="password"
            label={translate(user ? 'settings.user_new_password' : 'settings.user_password')}
            helperText={translate('settings.password_rule')}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            autoComplete="new-password"
          />
          {user && (
            <FormControlLabel
              control={<Switch checked={active} onChange={(_event, on) => setActive(on)} />}
              label={translate(active ? 'settings.user_active' : 'settings.user_blocked')}
            />
          )}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={creating || updating}>
            {translate('common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
