import { ButtonBase, Box } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { LANGUAGES } from '../i18n/i18n-provider';
import { PAPER, SHADE } from '../theme/palette';

export const LanguageSwitch = ({ upright = false }: { upright?: boolean }) => {
  const [locale, setLocale] = useLocaleState();
  const translate = useTranslate();
  return (
    <Box
      role="group"
      aria-label={translate('app.language')}
      sx={{
        display: 'inline-flex',
        flexDirection: upright ? 'column' : 'row',
        background: SHADE,
        borderRadius: 2,
        p: 0.375,
      }}
    >
      {LANGUAGES.map((language) => {
        const chosen = language.locale === locale;
        return (
          <ButtonBase
            key={language.locale}
            lang={language.locale}
            aria-label={language.name}
            aria-pressed={chosen}
            onClick={() => setLocale(language.locale)}
            sx={{
              px: 1.25,
              height: 26,
              borderRadius: 1.5,
              fontSize: '0.75rem',
              fontWeight: 650,
              color: chosen ? 'text.primary' : 'text.secondary',
              background: chosen ? PAPER : 'transparent',
              boxShadow: chosen ? '0 1px 2px rgb(29 42 46 / 14%)' : 'none',
            }}
          >
            {language.locale.toUpperCase()}
          </ButtonBase>
        );
      })}
    </Box>
  );
};
