import { Box, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';

export const PageSkeleton = () => {
  const translate = useTranslate();
  return (
    <Box
      role="status"
      aria-label={translate('app.loading')}
      sx={{ px: { xs: 2, md: 4 }, py: 4, maxWidth: 1280, mx: 'auto' }}
    >
      <Skeleton variant="rounded" width={220} height={30} sx={{ mb: 3 }} />
      <Skeleton variant="rounded" height={72} sx={{ mb: 2 }} />
      <Skeleton variant="rounded" height={320} />
    </Box>
  );
};
