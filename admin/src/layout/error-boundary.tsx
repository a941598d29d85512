import { Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Notice } from '../common/notice';

/** A page that breaks tells so in words and leaves the menu standing. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <CrashPage /> : this.props.children;
  }
}

export const CrashPage = () => {
  const translate = useTranslate();
  return (
    <Notice
      title={translate('app.crash_title')}
      actions={
        <Button variant="contained" onClick={() => window.location.reload()}>
          {translate('app.reload')}
        </Button>
      }
    >
      {translate('app.crash_body')}
    </Notice>
  );
};
