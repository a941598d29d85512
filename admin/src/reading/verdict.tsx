import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Invoice } from '../api/types';
import { useFormats, useWords } from '../i18n/words';

const MOST_REASONS = 3;

/** Why an invoice was accepted by itself or waits for a person, in one sentence. */
export const Verdict = ({ invoice }: { invoice: Invoice }) => {
  const translate = useTranslate();
  const words = useWords();
  const formats = useFormats();
  const { quality, status, currency, failure } = invoice;
  if (status === 'failed') return <Box>{words.errorCode(failure?.code ?? 'internal')}</Box>;
  if (!quality) return null;
  const [score, threshold] = [formats.percent(quality.score), formats.percent(quality.threshold)];
  if (quality.verdict === 'accept') return <Box>{translate('reading.accepted_why', { score, threshold })}</Box>;
  const failed = quality.checks.filter(({ passed, severity }) => passed === false && severity === 'blocking');
  const reasons = failed.slice(0, MOST_REASONS).map((check) => words.check(check, currency));
  if (quality.score < quality.threshold) reasons.push(translate('reading.review_score', { score, threshold }));
  return <Box>{translate('reading.review_why', { reasons: reasons.join(' ; ') })}</Box>;
};
