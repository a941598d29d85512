import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { LINE } from '../theme/palette';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the right-hand side. */
export const Section = ({ title, aside, children }: SectionProps) => {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ px: 2.5, py: 2, borderTop: `1px solid ${LINE}`, '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 1, minHeight: 28 }}>
        <Typography variant="h2" id={id} sx={{ flex: 1, fontSize: '0.9375rem' }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </Box>
  );
};
