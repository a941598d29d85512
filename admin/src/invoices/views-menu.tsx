import BookmarkBorder from '@mui/icons-material/BookmarkBorder';
import DeleteOutline from '@mui/icons-material/DeleteOutlineOutlined';
import { Box, Button, Divider, IconButton, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import {
  AddSavedQueryDialog,
  extractValidSavedQueries,
  type SavedQuery,
  useListContext,
  useSavedQueries,
  useTranslate,
} from 'react-admin';
import { useNavigate } from 'react-router-dom';

/** Filters and sorting under a name of one's own, kept in this browser. */
export const ViewsMenu = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { resource } = useListContext();
  const [saved, setSaved] = useSavedQueries(resource);
  const views = extractValidSavedQueries(saved);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [naming, setNaming] = useState(false);

  const open = ({ value }: SavedQuery) => {
    setAnchor(null);
    const search = new URLSearchParams({
      filter: JSON.stringify(value.filter ?? {}),
      displayedFilters: '{}',
      sort: value.sort?.field ?? 'receivedAt',
      order: value.sort?.order ?? 'DESC',
      page: '1',
      perPage: String(value.perPage ?? 25),
    });
    void navigate({ search: `?${search}` });
  };

  return (
    <>
      <Button
        size="small"
        startIcon={<BookmarkBorder />}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {translate('invoices.views')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {views.length === 0 && <MenuItem disabled>{translate('invoices.no_views')}</MenuItem>}
        {views.map((view, index) => (
          <MenuItem key={`${view.label}-${index}`} onClick={() => open(view)} sx={{ pr: 1 }}>
            <Box sx={{ flex: 1, minWidth: 180 }}>{view.label}</Box>
            <IconButton
              size="small"
              aria-label={translate('invoices.remove_view', { name: view.label })}
              onClick={(event) => {
                event.stopPropagation();
                setSaved(views.filter((_view, at) => at !== index));
              }}
            >
              <DeleteOutline fontSize="small" />
            </IconButton>
          </MenuItem>
        ))}
        <Divider />
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setNaming(true);
          }}
        >
          {translate('invoices.save_view')}
        </MenuItem>
      </Menu>
      <AddSavedQueryDialog open={naming} onClose={() => setNaming(false)} />
    </>
  );
};
