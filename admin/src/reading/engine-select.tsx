import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/words';
import { useEngines } from './use-engines';

interface EngineSelectProps {
  readonly value: string;
  readonly onChange: (engine: string) => void;
}

/** Engines that cannot be used are shown, with the reason, and cannot be chosen. */
export const EngineSelect = ({ value, onChange }: EngineSelectProps) => {
  const translate = useTranslate();
  const words = useWords();
  const { data: engines = [], isError } = useEngines();
  const known = engines.some(({ id }) => id === value);
  return (
    <TextField
      select
      label={translate('reading.engine')}
      value={known ? value : ''}
      onChange={({ target }) => onChange(target.value)}
      helperText={isError ? translate('reading.engines_failed') : undefined}
      disabled={engines.length === 0}
      slotProps={{ select: { renderValue: (id) => words.engine(id as string) }, inputLabel: { shrink: true } }}
      sx={{ width: 280 }}
    >
      {engines.map((engine) => (
        <MenuItem key={engine.id} value={engine.id} disabled={!engine.available} sx={{ opacity: '1 !important' }}>
          <Box>
            <Box sx={{ color: engine.available ? 'text.primary' : 'text.disabled', fontWeight: 550 }}>
              {words.engine(engine.id)}
            </Box>
            <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', whiteSpace: 'normal', maxWidth: 340 }}>
              {engine.available ? translate(`engine_about.${engine.id}`, { _: '' }) : words.engineReason(engine)}
            </Box>
          </Box>
        </MenuItem>
      ))}
    </TextField>
  );
};
