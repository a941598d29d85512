import { Box, Button, Skeleton } from '@mui/material';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Notice } from '../common/notice';
import { type Word } from '../api/types';
import { useWords } from '../i18n/words';
import { LINE, SAND } from '../theme/palette';
import { fieldBoxes, placeOf } from './field-boxes';
import { FIELD_ORDER, type FieldName } from './field-groups';
import { enclosing, joined, turned } from './geometry';
import { PageLayers } from './page-layers';
import { PageToolbar } from './page-toolbar';
import { useReview } from './review-context';
import { useElementWidth } from './use-element-width';
import { usePageImage, usePageWords } from './use-page';
import { usePointing } from './use-pointing';

const A4 = Math.SQRT2;
const MARGIN = 16;

export const PageViewer = () => {
  const translate = useTranslate();
  const { invoice } = useReview();
  const { pageCount } = invoice.document;
  if (pageCount === 0) return <Notice title={translate('page.no_page')} />;
  return <Pages />;
};

const Pages = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const { fieldValue } = useWords();
  const { invoice, marks, target, readOnly, focusField } = useReview();
  const { pageCount } = invoice.document;
  const scroller = useRef<HTMLDivElement>(null);
  const room = useElementWidth(scroller);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const [framed, setFramed] = useState(true);
  const [aspect, setAspect] = useState(A4);
  const image = usePageImage(invoice.id, page);
  const { words, isError: wordless } = usePageWords(invoice.id, page, invoice.readAt);

  const focused = target?.field ?? null;
  const evidence = focused
    ? invoice.fields?.[focused].evidence
    : typeof target?.line === 'number'
      ? invoice.lines[target.line]?.evidence
      : undefined;
  const place = placeOf(evidence);
  const placeKey = place && `${place.page}:${place.box.join()}`;
  const boxes = useMemo(() => (framed ? fieldBoxes(invoice, page, marks) : []), [framed, invoice, marks, page]);
  const values = useMemo(
    () =>
      Object.fromEntries(
        FIELD_ORDER.map((name) => [name, fieldValue(name, invoice.fields?.[name].value ?? null)]),
      ) as Record<FieldName, string>,
    [fieldValue, invoice],
  );

  const onWords =
    target && !readOnly
      ? (taken: readonly Word[], append: boolean) => {
          const text = joined(taken);
          const box = enclosing(taken.map((word) => word.box)) ?? [0, 0, 0, 0];
          if (target.take({ text, page, box }, append)) return;
          notify('page.not_usable', { type: 'warning', messageArgs: { text, field: target.label } });
        }
      : null;
  const { drag, picked, handlers } = usePointing({ words, boxes, focused, turn, onWords, onField: focusField });

  const sideways = turn % 180 !== 0;
  const shown = Math.max(120, (room - 2 * MARGIN) * zoom);
  const [width, height] = sideways ? [shown / aspect, shown] : [shown, shown * aspect];
  const [outerWidth, outerHeight] = sideways ? [height, width] : [width, height];

  const first = useRef(true);
  useEffect(() => {
    if (!place || !scroller.current) return;
    if (place.page !== page) setPage(place.page);
    const [left = 0, top = 0, right = 0, bottom = 0] = place.box;
    const middle = turned({ x: (left + right) / 2, y: (top + bottom) / 2 }, turn);
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = scroller.current;
    const x = MARGIN + middle.x * outerWidth;
    const y = MARGIN + middle.y * outerHeight;
    const seen =
      x > scrollLeft + 40 &&
      x < scrollLeft + clientWidth - 40 &&
      y > scrollTop + 60 &&
      y < scrollTop + clientHeight - 60;
    if (seen) return;
    const calm = first.current || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    first.current = false;
    scroller.current.scrollTo({
      left: x - clientWidth / 2,
      top: y - clientHeight / 2,
      behavior: calm ? 'auto' : 'smooth',
    });
    // The page moves when another field is looked at, not when the page is zoomed or leafed.
  }, [placeKey]);

  return (
    <Box
      component="section"
      aria-label={translate('page.viewer')}
      sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, background: '#e9e6df' }}
    >
      <PageToolbar
        page={page}
        pageCount={pageCount}
        zoom={zoom}
        framed={framed}
        onPage={setPage}
        onZoom={setZoom}
        onTurn={() => setTurn((turn + 90) % 360)}
        onFramed={setFramed}
        hint={
          wordless
            ? translate('page.words_failed')
            : readOnly
              ? ''
              : target
                ? translate('page.hint_target', { field: target.label })
                : translate('page.hint_idle')
        }
      />
      <Box
        ref={scroller}
        tabIndex={0}
        role="group"
        aria-label={translate('page.page_of', { page, total: pageCount })}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: `${MARGIN}px` }}
      >
        {image.isError ? (
          <Notice
            title={translate('page.image_failed')}
            actions={
              <Button variant="outlined" onClick={image.retry}>
                {translate('app.retry')}
              </Button>
            }
          />
        ) : (
          <Box
            {...handlers}
            sx={{
              position: 'relative',
              width: outerWidth,
              height: outerHeight,
              mx: 'auto',
              userSelect: 'none',
              '& .pickable rect': { cursor: 'copy' },
              '& .pickable rect:hover': { fill: SAND, fillOpacity: 0.35 },
            }}
          >
            <Box
              sx={{
                position: 'absolute',
                left: '50%',
                top: '50%',
                width,
                height,
                transform: `translate(-50%, -50%) rotate(${turn}deg)`,
                background: '#fff',
                boxShadow: '0 1px 3px rgb(29 42 46 / 16%), 0 8px 24px rgb(29 42 46 / 10%)',
                outline: `1px solid ${LINE}`,
              }}
            >
              {image.url ? (
                <>
                  <img
                    src={image.url}
                    alt={translate('page.page_of', { page, total: pageCount })}
                    draggable={false}
                    onLoad={({ currentTarget }) => setAspect(currentTarget.naturalHeight / currentTarget.naturalWidth)}
                    style={{ width: '100%', height: '100%', display: 'block' }}
                  />
                  <PageLayers
                    words={words}
                    boxes={boxes}
                    values={values}
                    focused={focused}
                    line={typeof target?.line === 'number' && place?.page === page ? place.box : null}
                    picked={picked}
                    drag={onWords ? drag : null}
                    aspect={aspect}
                    pickable={onWords !== null}
                  />
                </>
              ) : (
                <Skeleton variant="rectangular" width="100%" height="100%" />
              )}
            </Box>
          </Box>
        )}
      </Box>
    </Box>
  );
};
