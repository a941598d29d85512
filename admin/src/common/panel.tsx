import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { LINE, PAPER } from '../theme/palette';

interface PanelProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
}

/** A titled block on white. */
export const Panel = ({ title, aside, children, flush = false }: PanelProps) => {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ background: PAPER, border: `1px solid ${LINE}`, borderRadius: 3, overflow: 'hidden' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 2.5, pt: 2, pb: 1.25 }}>
        <Typography variant="h2" id={id} sx={{ flex: 1 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      <Box sx={flush ? {} : { px: 2.5, pb: 2.5 }}>{children}</Box>
    </Box>
  );
};
