import { Box, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';

export const TableSkeleton = ({ rows = 8 }: { rows?: number }) => {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('app.loading')} sx={{ p: 2.5, display: 'grid', gap: 1.75 }}>
      {Array.from({ length: rows }, (_, row) => (
        <Box key={row} sx={{ display: 'grid', gridTemplateColumns: '3fr 1fr 1fr 1fr 1fr', gap: 3 }}>
          {[0, 1, 2, 3, 4].map((cell) => (
            <Skeleton key={cell} variant="rounded" height={22} />
          ))}
        </Box>
      ))}
    </Box>
  );
};
