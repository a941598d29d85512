import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatBytes } from '../format/bytes';
import { useFormats, useWords } from '../i18n/words';
import { FIELD_ORDER } from './field-groups';
import { useReview } from './review-context';
import { Section } from './section';

/** Which engine read the document, how long it took, and where each value came from. */
export const Origin = () => {
  const translate = useTranslate();
  const words = useWords();
  const formats = useFormats();
  const { invoice } = useReview();
  const { engine, ms, document, fields, barcodes } = invoice;
  const given = FIELD_ORDER.flatMap((name) => {
    const field = fields?.[name];
    return field && (field.value !== null || field.source === 'person') ? [{ name, field }] : [];
  });
  const time =
    ms && ms.ocr > 0
      ? translate('review.origin_time', { total: formats.seconds(ms.total), ocr: formats.seconds(ms.ocr) })
      : ms && translate('review.origin_time_short', { total: formats.seconds(ms.total) });
  return (
    <Section title={translate('review.origin')}>
      <Box sx={{ fontSize: '0.875rem', color: 'text.secondary', mb: 1, display: 'grid', gap: 0.25 }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>
          {translate('review.origin_document', {
            name: document.fileName,
            size: formatBytes(document.sizeBytes, formats.locale),
            pages: translate('review.pages_count', { smart_count: document.pageCount }),
          })}
        </Box>
        {engine && (
          <Box>
            {translate('review.origin_engine', { engine: words.engine(engine) })} {time}
          </Box>
        )}
      </Box>
      <Table size="small" sx={{ '& td, & th': { px: 0.75, py: 0.5, fontSize: '0.8125rem', verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('review.fields')}</TableCell>
            <TableCell>{translate('review.origin_source')}</TableCell>
            <TableCell align="right">{translate('review.origin_confidence')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {given.map(({ name, field }) => (
            <TableRow key={name}>
              <TableCell>{words.fieldName(name)}</TableCell>
              <TableCell>
                {words.source(field.source)}
                {field.why.length > 0 && (
                  <Box sx={{ color: 'text.secondary', fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
                    {field.why.map(words.why).join(', ')}
                  </Box>
                )}
              </TableCell>
              <TableCell align="right">
                {field.source === 'person' ? translate('common.none') : formats.percent(field.confidence)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {barcodes.length > 0 && (
        <Box sx={{ mt: 1.5, fontSize: '0.8125rem' }}>
          <strong>{translate('review.barcodes')}</strong>
          {barcodes.map(({ format, text }, index) => (
            <Box
              key={index}
              sx={{ color: 'text.secondary', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', mt: 0.5 }}
            >
              {format} : {text}
            </Box>
          ))}
        </Box>
      )}
    </Section>
  );
};
