import { Box } from '@mui/material';
import { type ReactNode } from 'react';
import { TONES, type ToneName } from '../theme/palette';

/** A quiet coloured word: a dot, and text dark enough to be read. */
export const ToneChip = ({ tone, children, dot = true }: { tone: ToneName; children: ReactNode; dot?: boolean }) => {
  const { text, ground, line } = TONES[tone];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        height: 24,
        px: 1.125,
        borderRadius: 12,
        fontSize: '0.8125rem',
        fontWeight: 550,
        lineHeight: 1,
        whiteSpace: 'nowrap',
        color: text,
        background: ground,
      }}
    >
      {dot && <Box component="span" aria-hidden sx={{ width: 6, height: 6, borderRadius: 3, background: line }} />}
      {children}
    </Box>
  );
};
