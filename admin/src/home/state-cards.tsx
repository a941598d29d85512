import { Box, ButtonBase, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Counts, STATUSES } from '../api/types';
import { listLink } from '../invoices/list-link';
import { LINE, LINE_STRONG, PAPER, STATUS_TONES, TONES } from '../theme/palette';

/** How many invoices are in each state; each opens the list behind it. */
export const StateCards = ({ counts }: { counts: Counts | undefined }) => {
  const translate = useTranslate();
  return (
    <Box
      component="ul"
      aria-label={translate('home.states')}
      sx={{
        m: 0,
        p: 0,
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(3, 1fr)', lg: 'repeat(6, 1fr)' },
      }}
    >
      {STATUSES.map((status) => {
        const count = counts?.[status];
        const tone = TONES[STATUS_TONES[status] ?? 'neutral'];
        return (
          <Box component="li" key={status} sx={{ listStyle: 'none' }}>
            <ButtonBase
              component={RouterLink}
              to={listLink({ status: [status] })}
              sx={{
                width: '100%',
                display: 'block',
                textAlign: 'left',
                p: 2,
                borderRadius: 3,
                background: PAPER,
                border: `1px solid ${LINE}`,
                '&:hover': { borderColor: LINE_STRONG },
              }}
            >
              <Box
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 1,
                  fontSize: '0.8125rem',
                  fontWeight: 550,
                  color: 'text.secondary',
                }}
              >
                <Box aria-hidden sx={{ width: 8, height: 8, borderRadius: 4, background: tone.line }} />
                {translate(`status.${status}`)}
              </Box>
              <Box
                sx={{
                  mt: 0.75,
                  fontSize: '1.75rem',
                  fontWeight: 650,
                  lineHeight: 1.15,
                  letterSpacing: '-0.02em',
                  fontVariantNumeric: 'tabular-nums',
                  color: count ? 'text.primary' : 'text.disabled',
                }}
              >
                {count ?? <Skeleton width={40} />}
              </Box>
            </ButtonBase>
          </Box>
        );
      })}
    </Box>
  );
};
