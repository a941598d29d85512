import { Box } from '@mui/material';
import { PETROL, SAND } from '../theme/palette';

export const Mark = ({ size = 32 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
    <rect width="32" height="32" rx="8" fill={PETROL} />
    <path d="M10 6.5h8.500l4 4V18c-2.200.2-3.600 1.700-6.200 1.700-2.800 0-3.800-1.500-6.300-1.700z" fill="#fff" />
    <path d="M18.500 6.500v4h4" fill="none" stroke={PETROL} strokeWidth="1.200" />
    <path
      d="M6.500 22c3 0 4.200-1.700 7-1.700s4 1.700 7 1.700 3.600-.9 5-1.500M6.500 26.200c3 0 4.200-1.700 7-1.700s4 1.700 7 1.700 3.600-.9 5-1.500"
      fill="none"
      stroke={SAND}
      strokeWidth="2"
      strokeLinecap="round"
    />
  </svg>
);

export const Wordmark = ({ size = 32, short = false }: { size?: number; short?: boolean }) => (
  <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25 }}>
    <Mark size={size} />
    {!short && (
      <Box component="span" sx={{ fontSize: size * 0.62, fontWeight: 700, letterSpacing: '-0.03em', color: PETROL }}>
        Sandy
      </Box>
    )}
  </Box>
);
