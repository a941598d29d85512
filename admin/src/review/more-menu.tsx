import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import MoreHoriz from '@mui/icons-material/MoreHoriz';
import RefreshOutlined from '@mui/icons-material/RefreshOutlined';
import { Divider, IconButton, ListItemIcon, ListItemText, ListSubheader, Menu, MenuItem, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Invoice } from '../api/types';
import { useWords } from '../i18n/words';
import { useEngines } from '../reading/use-engines';
import { type Decisions } from './use-decisions';

interface MoreMenuProps {
  readonly invoice: Invoice;
  readonly decisions: Decisions;
  readonly editor: boolean;
}

/** Download, and reading again with an engine of choice. */
export const MoreMenu = ({ invoice, decisions, editor }: MoreMenuProps) => {
  const translate = useTranslate();
  const words = useWords();
  const { data: engines = [] } = useEngines();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = translate('review.more');
  const rereadable = editor && ['in_review', 'failed', 'rejected'].includes(invoice.status);
  const choose = (act: () => unknown) => () => {
    setAnchor(null);
    void act();
  };
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          size="small"
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          <MoreHoriz fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(decisions.download)}>
          <ListItemIcon>
            <DownloadOutlined fontSize="small" />
          </ListItemIcon>
          {translate('review.download')}
        </MenuItem>
        {rereadable && <Divider />}
        {rereadable && (
          <ListSubheader disableSticky sx={{ lineHeight: '32px' }}>
            {translate('review.reread')}
          </ListSubheader>
        )}
        {rereadable &&
          engines.map((engine) => (
            <MenuItem
              key={engine.id}
              disabled={!engine.available || decisions.busy}
              onClick={choose(() => decisions.reread(engine.id))}
            >
              <ListItemIcon>
                <RefreshOutlined fontSize="small" />
              </ListItemIcon>
              <ListItemText
                primary={words.engine(engine.id)}
                secondary={engine.available ? undefined : words.engineReason(engine)}
              />
            </MenuItem>
          ))}
      </Menu>
    </>
  );
};
