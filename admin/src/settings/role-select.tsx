import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Role } from '../api/types';

const ROLES: readonly Role[] = ['admin', 'accountant', 'reviewer', 'auditor'];

export const RoleSelect = ({ value, onChange }: { value: Role; onChange: (role: Role) => void }) => {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate('settings.user_role')}
      value={value}
      onChange={({ target }) => onChange(target.value as Role)}
    >
      {ROLES.map((role) => (
        <MenuItem key={role} value={role}>
          {translate(`roles.${role}`)}
        </MenuItem>
      ))}
    </TextField>
  );
};
