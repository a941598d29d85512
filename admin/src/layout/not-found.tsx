import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Notice } from '../common/notice';
import { usePageTitle } from '../common/page';

export const NotFound = () => {
  const translate = useTranslate();
  const title = translate('app.not_found_title');
  usePageTitle(title);
  return (
    <Notice
      title={title}
      actions={
        <Button variant="outlined" component={RouterLink} to="/">
          {translate('app.to_home')}
        </Button>
      }
    >
      {translate('app.not_found_body')}
    </Notice>
  );
};
