import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type HistoryEvent } from '../api/types';
import { useFormats, useWords } from '../i18n/words';
import { LINE, LINE_STRONG, PAPER } from '../theme/palette';
import { isFieldName } from './field-groups';
import { useReview } from './review-context';
import { Section } from './section';

const SYSTEM = 'system';

/** What happened to the invoice, the latest first. */
export const History = () => {
  const translate = useTranslate();
  const { invoice } = useReview();
  return (
    <Section title={translate('review.history')}>
      <Box component="ol" sx={{ m: 0, p: 0, ml: 0.625, borderLeft: `1px solid ${LINE}` }}>
        {[...invoice.history].reverse().map((event, index) => (
          <EventRow key={`${event.at}-${index}`} event={event} />
        ))}
      </Box>
    </Section>
  );
};

const EventRow = ({ event }: { event: HistoryEvent }) => {
  const translate = useTranslate();
  const formats = useFormats();
  const text = useEventText(event);
  const changes = useChanges(event);
  const actor = event.actor === SYSTEM ? translate('document_sources.system') : event.actor;
  return (
    <Box component="li" sx={{ listStyle: 'none', position: 'relative', pl: 2, pb: 1.5, fontSize: '0.875rem' }}>
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          left: -4.5,
          top: 6,
          width: 8,
          height: 8,
          borderRadius: 4,
          background: PAPER,
          border: `2px solid ${LINE_STRONG}`,
        }}
      />
      <Box sx={{ fontWeight: 550 }}>{text}</Box>
      {changes.map((change) => (
        <Box key={change} sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
          {change}
        </Box>
      ))}
      <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
        {formats.instant(event.at)} · {actor}
      </Box>
    </Box>
  );
};

function useEventText({ kind, data, actor }: HistoryEvent): string {
  const translate = useTranslate();
  const words = useWords();
  if (kind === 'accepted' && actor === SYSTEM) return translate('events.accepted_system');
  const engine = typeof data.engine === 'string' ? words.engine(data.engine) : '';
  const source = translate(`document_sources.${String(data.source)}`, { _: String(data.source ?? '') });
  const code = typeof data.code === 'string' ? ` : ${words.errorCode(data.code)}` : '';
  const text = translate(`events.${kind}`, { engine, source, reason: String(data.reason ?? ''), kind, _: kind });
  return kind === 'failed' ? text + code : text;
}

function useChanges({ kind, data }: HistoryEvent): string[] {
  const translate = useTranslate();
  const words = useWords();
  if (kind !== 'edited') return [];
  const changes = Array.isArray(data.changes) ? (data.changes as Record<string, unknown>[]) : [];
  const shown = (field: unknown, value: unknown): string => {
    const text = typeof value === 'string' ? value : null;
    return (isFieldName(field) ? words.fieldValue(field, text) : text) || translate('review.empty_value');
  };
  const texts = changes.map(({ field, before, after }) =>
    translate('events.change', {
      field: words.fieldName(String(field)),
      before: shown(field, before),
      after: shown(field, after),
    }),
  );
  return 'before' in data ? [...texts, translate('events.rows_changed')] : texts;
}
