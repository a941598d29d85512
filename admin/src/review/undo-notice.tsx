import { Alert, Button } from '@mui/material';
import { useCloseNotification, useTranslate } from 'react-admin';

interface UndoNoticeProps {
  readonly text: string;
  readonly onUndo: () => void;
}

/** What was done, with a way back. */
export const UndoNotice = ({ text, onUndo, ...transition }: UndoNoticeProps) => (
  <Alert
    {...transition}
    severity="success"
    variant="filled"
    icon={false}
    sx={{ background: '#1d2a2e', color: '#fff', boxShadow: '0 8px 28px rgb(29 42 46 / 24%)', minWidth: 320 }}
    action={<UndoButton onUndo={onUndo} />}
  >
    {text}
  </Alert>
);

const UndoButton = ({ onUndo }: { onUndo: () => void }) => {
  const translate = useTranslate();
  const close = useCloseNotification();
  return (
    <Button
      size="small"
      onClick={() => {
        close();
        onUndo();
      }}
      sx={{ color: '#f0cd8c' }}
    >
      {translate('common.undo')}
    </Button>
  );
};
