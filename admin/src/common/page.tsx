import { Box, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';

/** Names the page in the browser's tab. */
export function usePageTitle(title: string): void {
  const translate = useTranslate();
  const product = translate('app.name');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly maxWidth?: number;
  readonly children: ReactNode;
}

export const Page = ({ title, lead, actions, maxWidth = 1280, children }: PageProps) => {
  usePageTitle(title);
  return (
    <Box sx={{ maxWidth, width: '100%', mx: 'auto', px: { xs: 2, md: 4 }, py: { xs: 2.5, md: 4 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 2, mb: 3 }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
          <Typography variant="h1">{title}</Typography>
          {lead && (
            <Typography variant="body1" sx={{ color: 'text.secondary', mt: 0.75, maxWidth: 680 }}>
              {lead}
            </Typography>
          )}
        </Box>
        {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>{actions}</Box>}
      </Box>
      {children}
    </Box>
  );
};
