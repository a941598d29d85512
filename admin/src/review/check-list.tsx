import CheckIcon from '@mui/icons-material/Check';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import HelpOutline from '@mui/icons-material/HelpOutlineOutlined';
import { Box, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Check } from '../api/types';
import { useWords } from '../i18n/words';
import { TONES } from '../theme/palette';
import { isFieldName } from './field-groups';
import { useReview } from './review-context';
import { Section } from './section';

/** Checks in words, what failed first; then the remarks of the reading. */
export const CheckList = () => {
  const translate = useTranslate();
  const words = useWords();
  const { invoice } = useReview();
  const { quality, warnings, currency } = invoice;
  if (!quality) return null;
  const rank = ({ passed, severity }: Check) => (passed ? 2 : severity === 'blocking' ? 0 : 1);
  const checks = quality.checks.filter(({ passed }) => passed !== null).sort((a, b) => rank(a) - rank(b));
  const failed = checks.filter(({ passed }) => passed === false).length;
  return (
    <>
      <Section
        title={translate('review.checks')}
        aside={
          <Box sx={{ fontSize: '0.8125rem', color: failed > 0 ? TONES.amber.text : TONES.green.text, fontWeight: 550 }}>
            {failed > 0
              ? translate('review.checks_failed', { smart_count: failed })
              : translate('review.checks_passed', { smart_count: checks.length })}
          </Box>
        }
      >
        <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 0.875 }}>
          {checks.map((check) => (
            <CheckRow key={check.code} check={check} />
          ))}
        </Box>
      </Section>
      {warnings.length > 0 && (
        <Section title={translate('review.warnings')}>
          <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 0.875 }}>
            {warnings.map((warning, index) => (
              <Row key={index} tone="amber" icon={<HelpOutline sx={ICON} />} word={translate('review.check_warning')}>
                {words.warning(warning, currency)}
              </Row>
            ))}
          </Box>
        </Section>
      )}
    </>
  );
};

const CheckRow = ({ check }: { check: Check }) => {
  const translate = useTranslate();
  const words = useWords();
  const { invoice, focusField } = useReview();
  const text = words.check(check, invoice.currency);
  const field = check.fields.find(isFieldName);
  const other = check.code === 'duplicate.number' && check.passed === false ? check.params.invoiceId : null;
  if (check.passed) {
    return (
      <Row tone="green" icon={<CheckIcon sx={ICON} />} word={translate('review.check_passed')} quiet>
        {text}
      </Row>
    );
  }
  const blocking = check.severity === 'blocking';
  return (
    <Row
      tone={blocking ? 'red' : 'amber'}
      icon={blocking ? <ErrorOutline sx={ICON} /> : <HelpOutline sx={ICON} />}
      word={translate(blocking ? 'review.check_failed' : 'review.check_warning')}
    >
      {field ? (
        <Link
          component="button"
          type="button"
          underline="hover"
          onClick={() => focusField(field)}
          sx={{ font: 'inherit', color: 'inherit', textAlign: 'left' }}
        >
          {text}
        </Link>
      ) : (
        text
      )}
      {typeof other === 'number' && (
        <>
          {' '}
          <Link component={RouterLink} to={`/invoices/${other}`}>
            {translate('review.duplicate_open')}
          </Link>
        </>
      )}
    </Row>
  );
};

const ICON = { fontSize: 18 };

interface RowProps {
  readonly tone: 'green' | 'amber' | 'red';
  readonly icon: React.ReactNode;
  readonly word: string;
  readonly quiet?: boolean;
  readonly children: React.ReactNode;
}

const Row = ({ tone, icon, word, quiet = false, children }: RowProps) => (
  <Box
    component="li"
    sx={{
      listStyle: 'none',
      display: 'flex',
      gap: 1,
      fontSize: '0.875rem',
      lineHeight: 1.4,
      color: quiet ? 'text.secondary' : 'text.primary',
    }}
  >
    <Box
      component="span"
      role="img"
      aria-label={word}
      title={word}
      sx={{ color: TONES[tone].text, lineHeight: 1, pt: '1px' }}
    >
      {icon}
    </Box>
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{children}</Box>
  </Box>
);
