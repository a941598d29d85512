import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography } from '@mui/material';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { LINE_STRONG, PAPER, PETROL, PETROL_SOFT } from '../theme/palette';

const ACCEPT = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp,.heic,.xml,application/pdf,image/*,application/xml,text/xml';

interface DropZoneProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly onFiles: (files: File[]) => void;
  readonly compact?: boolean;
}

/** Takes files by dropping, choosing or pasting. */
export const DropZone = ({ title, hint, onFiles, compact = false }: DropZoneProps) => {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onFiles]);

  // A file that misses the zone would otherwise replace the page.
  useEffect(() => {
    const keep = (event: globalThis.DragEvent) => event.preventDefault();
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };

  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        display: 'flex',
        flexDirection: compact ? 'row' : 'column',
        flexWrap: 'wrap',
        alignItems: 'center',
        justifyContent: 'center',
        gap: compact ? 2 : 1.25,
        textAlign: 'center',
        px: 3,
        py: compact ? 2.5 : { xs: 5, md: 7 },
        border: `1.5px dashed ${over ? PETROL : LINE_STRONG}`,
        borderRadius: 4,
        background: over ? PETROL_SOFT : PAPER,
        transition: 'background 120ms, border-color 120ms',
      }}
    >
      <Box
        aria-hidden
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: compact ? 40 : 56,
          height: compact ? 40 : 56,
          borderRadius: 3,
          color: PETROL,
          background: over ? PAPER : PETROL_SOFT,
        }}
      >
        <UploadFileOutlined fontSize={compact ? 'small' : 'medium'} />
      </Box>
      <Box sx={{ flex: compact ? '1 1 240px' : 'none', textAlign: compact ? 'left' : 'center' }}>
        <Typography variant="h2" component="p" sx={{ fontSize: compact ? '1rem' : '1.125rem' }}>
          {over ? translate('reading.drop_active') : title}
        </Typography>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          {hint}
        </Typography>
      </Box>
      <Button variant="contained" onClick={() => input.current?.click()} sx={{ mt: compact ? 0 : 0.75 }}>
        {translate('reading.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT}
        hidden
        onChange={({ target }) => {
          if (target.files?.length) onFiles([...target.files]);
          target.value = '';
        }}
      />
    </Box>
  );
};
