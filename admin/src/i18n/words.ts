import { useCallback, useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { asApiError, type ApiError } from '../api/api-error';
import { type Check, type Engine, type Warning } from '../api/types';
import { formatDecimal, formatMoney } from '../format/amounts';
import { formatDate, formatInstant } from '../format/dates';
import { isFieldName, kindOf, type FieldName } from '../review/field-groups';

type Params = Readonly<Record<string, unknown>>;

const MONEY = ['difference', 'vatDifference', 'baseDifference', 'base', 'amount', 'sum', 'total'];
const DATES = ['issued', 'due'];
const FIELD_LISTS = ['missing', 'differing', 'fields'];

export function useFormats() {
  const locale = useLocale() === 'en' ? 'en-GB' : 'fr-FR';
  return useMemo(
    () => ({
      locale,
      date: (value: string | null) => formatDate(value, locale),
      instant: (value: string | null) => formatInstant(value, locale),
      money: (value: string | null, currency: string | null) => formatMoney(value, currency, locale),
      decimal: (value: string | null, min?: number, max?: number) => formatDecimal(value, locale, min, max),
      percent: (share: number | null) =>
        share === null
          ? ''
          : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(
              // 99.6 % is not certain, so it is not shown as 100 %.
              Math.floor(share * 100) / 100,
            ),
      seconds: (ms: number) =>
        new Intl.NumberFormat(locale, {
          style: 'unit',
          unit: ms < 1000 ? 'millisecond' : 'second',
          maximumFractionDigits: ms < 1000 ? 0 : 1,
        }).format(ms < 1000 ? ms : ms / 1000),
    }),
    [locale],
  );
}

/** Codes of the server in the words of the reader's language, with values written as that language writes them. */
export function useWords() {
  const translate = useTranslate();
  const formats = useFormats();

  const known = useCallback(
    (key: string, fallback: string, params: Params = {}): string => {
      const text = translate(key, { ...params, _: '' });
      return text === '' || text === key ? translate(fallback, params) : text;
    },
    [translate],
  );

  const fieldName = useCallback((name: string) => translate(`field.${name}`, { _: name }), [translate]);

  /** A field's value as it is shown to a person. */
  const fieldValue = useCallback(
    (name: FieldName, value: string | null): string => {
      if (value === null) return '';
      if (kindOf(name) === 'date') return formats.date(value);
      if (kindOf(name) === 'amount') return formats.decimal(value);
      if (kindOf(name) === 'documentType') return translate(`document_type.${value}`, { _: value });
      return value;
    },
    [formats, translate],
  );

  const written = useCallback(
    (params: Params, currency: string | null): Params => {
      const field = isFieldName(params.field) ? params.field : null;
      return Object.fromEntries(
        Object.entries(params).map(([name, value]) => {
          if (value === null || value === undefined) return [name, translate('common.none')];
          const text = String(value);
          if (MONEY.includes(name)) return [name, formats.money(text, currency)];
          if (name === 'rate') return [name, formats.decimal(text, 0, 2)];
          if (DATES.includes(name)) return [name, formats.date(text)];
          if (name === 'wordMean') return [name, formats.percent(Number(value))];
          if (name === 'field') return [name, fieldName(text)];
          if (FIELD_LISTS.includes(name)) return [name, text.split(/,\s*/).map(fieldName).join(', ')];
          if (field && ['xml', 'page', 'value'].includes(name)) return [name, fieldValue(field, text)];
          return [name, text];
        }),
      );
    },
    [fieldName, fieldValue, formats, translate],
  );

  return useMemo(
    () => ({
      fieldName,
      fieldValue,
      error: (thrown: unknown): string => {
        const error: ApiError = asApiError(thrown);
        const text = known(`errors.${error.code}`, 'errors._', { code: error.code });
        const fields = typeof error.params.fields === 'string' ? written(error.params, null).fields : null;
        return fields ? translate('review.incomplete', { fields }) : text;
      },
      errorCode: (code: string): string => known(`errors.${code}`, 'errors._', { code }),
      check: ({ code, passed, params }: Check, currency: string | null): string => {
        const outcome = passed === false ? 'failed' : 'passed';
        return known(`checks.${code}.${outcome}`, `checks._.${outcome}`, { code, ...written(params, currency) });
      },
      warning: ({ code, params }: Warning, currency: string | null): string =>
        known(`warnings.${code}`, 'warnings._', { code, ...written(params, currency) }),
      why: (reason: string): string => {
        const at = reason.indexOf(':');
        const [kind, text] = at === -1 ? [reason, ''] : [reason.slice(0, at), reason.slice(at + 1)];
        return known(`why.${kind}`, 'why._', { text: text || kind, field: fieldName(text) });
      },
      engine: (id: string | null): string => (id ? translate(`engines.${id}`, { _: id }) : translate('common.none')),
      engineReason: ({ reason }: Engine): string =>
        reason ? known(`engine_reasons.${reason}`, 'engine_reasons._', { code: reason }) : '',
      source: (id: string): string => translate(`sources.${id}`, { _: id }),
    }),
    [fieldName, fieldValue, known, translate, written],
  );
}
