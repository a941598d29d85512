import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import FitScreenOutlined from '@mui/icons-material/FitScreenOutlined';
import HighlightAltOutlined from '@mui/icons-material/HighlightAltOutlined';
import Rotate90DegreesCwOutlined from '@mui/icons-material/Rotate90DegreesCwOutlined';
import ZoomIn from '@mui/icons-material/ZoomIn';
import ZoomOut from '@mui/icons-material/ZoomOut';
import { Box, IconButton, Tooltip } from '@mui/material';
import { type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormats } from '../i18n/words';
import { LINE, PAPER, PETROL, PETROL_SOFT } from '../theme/palette';

const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4];

interface PageToolbarProps {
  readonly page: number;
  readonly pageCount: number;
  readonly zoom: number;
  readonly framed: boolean;
  readonly hint: string;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: number) => void;
  readonly onTurn: () => void;
  readonly onFramed: (framed: boolean) => void;
}

export const PageToolbar = ({
  page,
  pageCount,
  zoom,
  framed,
  hint,
  onPage,
  onZoom,
  onTurn,
  onFramed,
}: PageToolbarProps) => {
  const formats = useFormats();
  const larger = ZOOMS.find((one) => one > zoom);
  const smaller = ZOOMS.findLast((one) => one < zoom);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        px: 1.5,
        height: 44,
        flex: 'none',
        background: PAPER,
        borderBottom: `1px solid ${LINE}`,
      }}
    >
      {pageCount > 1 && (
        <>
          <Tool
            word="page.previous"
            disabled={page <= 1}
            onClick={() => onPage(page - 1)}
            icon={<ChevronLeft fontSize="small" />}
          />
          <Box sx={{ fontSize: '0.8125rem', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', px: 0.5 }}>
            {page} / {pageCount}
          </Box>
          <Tool
            word="page.next"
            disabled={page >= pageCount}
            onClick={() => onPage(page + 1)}
            icon={<ChevronRight fontSize="small" />}
          />
          <Rule />
        </>
      )}
      <Tool
        word="page.zoom_out"
        disabled={smaller === undefined}
        onClick={() => onZoom(smaller ?? zoom)}
        icon={<ZoomOut fontSize="small" />}
      />
      <Box sx={{ width: 44, textAlign: 'center', fontSize: '0.8125rem', fontVariantNumeric: 'tabular-nums' }}>
        {formats.percent(zoom)}
      </Box>
      <Tool
        word="page.zoom_in"
        disabled={larger === undefined}
        onClick={() => onZoom(larger ?? zoom)}
        icon={<ZoomIn fontSize="small" />}
      />
      <Tool word="page.fit" onClick={() => onZoom(1)} icon={<FitScreenOutlined fontSize="small" />} />
      <Tool word="page.rotate" onClick={onTurn} icon={<Rotate90DegreesCwOutlined fontSize="small" />} />
      <Rule />
      <Tool
        word="page.boxes"
        pressed={framed}
        onClick={() => onFramed(!framed)}
        icon={<HighlightAltOutlined fontSize="small" />}
      />
      <Box
        title={hint}
        sx={{
          ml: 1,
          minWidth: 0,
          flex: 1,
          fontSize: '0.8125rem',
          color: 'text.secondary',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {hint}
      </Box>
    </Box>
  );
};

const Rule = () => <Box aria-hidden sx={{ width: '1px', height: 20, background: LINE, mx: 0.75 }} />;

interface ToolProps {
  readonly word: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

const Tool = ({ word, icon, onClick, disabled = false, pressed }: ToolProps) => {
  const label = useTranslate()(word);
  return (
    <Tooltip title={label}>
      <span>
        <IconButton
          size="small"
          aria-label={label}
          aria-pressed={pressed}
          disabled={disabled}
          onClick={onClick}
          // A tool must not take the cursor out of the field that is being filled.
          onMouseDown={(event) => event.preventDefault()}
          sx={pressed ? { color: PETROL, background: PETROL_SOFT } : {}}
        >
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  );
};
