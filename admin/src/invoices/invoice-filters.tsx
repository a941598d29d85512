import Clear from '@mui/icons-material/Clear';
import { Autocomplete, Box, Button, ButtonBase, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FilterLiveSearch, useListContext, useTranslate } from 'react-admin';
import { call, queryString } from '../api/http';
import { STATUSES, type Supplier } from '../api/types';
import { parseDate } from '../format/dates';
import { useFormats } from '../i18n/words';
import { LINE_STRONG, PAPER, STATUS_TONES, TONES } from '../theme/palette';
import { useCounts } from './use-counts';

interface Filters {
  readonly status?: string[];
  readonly supplierId?: number;
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
}

/** All filters stand in the address, so that a link shows a colleague the same list. */
export const InvoiceFilters = () => {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const filters = filterValues as Filters;
  const change = (next: Partial<Filters>) => {
    const kept = Object.entries({ ...filters, ...next }).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
    setFilters(Object.fromEntries(kept), {}, false);
  };
  const filtered = Object.keys(filters).length > 0;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mb: 2 }}>
      <StatusChips chosen={[filters.status ?? []].flat()} onChange={(status) => change({ status })} />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1.25,
          alignItems: 'center',
          '& .RaFilterLiveSearch-root, & form': { flex: '1 1 230px', maxWidth: 320 },
        }}
      >
        <FilterLiveSearch source="q" label={translate('invoices.search')} sx={{ m: 0 }} />
        <SupplierFilter
          value={filters.supplierId ?? null}
          onChange={(supplierId) => change({ supplierId: supplierId ?? undefined })}
        />
        <DateFilter
          label={translate('invoices.from')}
          value={filters.from ?? null}
          onChange={(from) => change({ from: from ?? undefined })}
        />
        <DateFilter
          label={translate('invoices.to')}
          value={filters.to ?? null}
          onChange={(to) => change({ to: to ?? undefined })}
        />
        {filtered && (
          <Button size="small" startIcon={<Clear />} onClick={() => setFilters({}, {}, false)}>
            {translate('invoices.clear')}
          </Button>
        )}
      </Box>
    </Box>
  );
};

const StatusChips = ({ chosen, onChange }: { chosen: string[]; onChange: (status: string[]) => void }) => {
  const translate = useTranslate();
  const { data: counts } = useCounts();
  return (
    <Box
      role="group"
      aria-label={translate('invoices.status_filter')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
    >
      {STATUSES.map((status) => {
        const on = chosen.includes(status);
        const tone = TONES[STATUS_TONES[status] ?? 'neutral'];
        return (
          <ButtonBase
            key={status}
            aria-pressed={on}
            onClick={() => onChange(on ? chosen.filter((one) => one !== status) : [...chosen, status])}
            sx={{
              display: 'inline-flex',
              alignItems: 'center',
              gap: 0.875,
              height: 32,
              px: 1.5,
              borderRadius: 4,
              fontSize: '0.8125rem',
              fontWeight: 550,
              border: `1px solid ${on ? tone.line : LINE_STRONG}`,
              background: on ? tone.ground : PAPER,
              color: on ? tone.text : 'text.secondary',
              '&:hover': { borderColor: tone.line },
            }}
          >
            <Box aria-hidden sx={{ width: 7, height: 7, borderRadius: 4, background: tone.line }} />
            {translate(`status.${status}`)}
            {counts && (
              <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', opacity: 0.85 }}>
                {counts[status]}
              </Box>
            )}
          </ButtonBase>
        );
      })}
    </Box>
  );
};

const MOST_SUPPLIERS = 20;

const SupplierFilter = ({ value, onChange }: { value: number | null; onChange: (id: number | null) => void }) => {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const q = useDelayed(typed, 250);
  const { data: options = [], isFetching } = useQuery({
    queryKey: ['suppliers', 'choice', q],
    queryFn: async ({ signal }) =>
      (await call<{ data: Supplier[] }>(`/suppliers${queryString({ q, perPage: MOST_SUPPLIERS })}`, { signal })).data,
    placeholderData: (before) => before,
  });
  const { data: chosen = null } = useQuery({
    queryKey: ['suppliers', 'one', value],
    queryFn: ({ signal }) => call<Supplier>(`/suppliers/${value}`, { signal }),
    enabled: value !== null,
  });
  return (
    <Autocomplete
      size="small"
      sx={{ flex: '1 1 220px', maxWidth: 300 }}
      options={options}
      filterOptions={(all) => all}
      loading={isFetching}
      loadingText={translate('app.loading')}
      noOptionsText={translate('suppliers.no_result')}
      clearText={translate('common.remove')}
      openText={translate('common.open')}
      closeText={translate('common.close')}
      value={value === null ? null : chosen}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onChange={(_event, supplier) => onChange(supplier?.id ?? null)}
      onInputChange={(_event, text, reason) => setTyped(reason === 'input' ? text : '')}
      renderInput={(params) => <TextField {...params} label={translate('invoices.supplier')} />}
    />
  );
};

interface DateFilterProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
}

const DateFilter = ({ label, value, onChange }: DateFilterProps) => {
  const translate = useTranslate();
  const formats = useFormats();
  const [draft, setDraft] = useState<string | null>(null);
  const [faulty, setFaulty] = useState(false);
  const commit = () => {
    if (draft === null) return;
    const date = parseDate(draft);
    if (draft.trim() !== '' && date === null) return setFaulty(true);
    setDraft(null);
    setFaulty(false);
    if (date !== value) onChange(date);
  };
  return (
    <TextField
      label={label}
      placeholder={formats.locale === 'fr-FR' ? 'jj/mm/aaaa' : 'dd/mm/yyyy'}
      value={draft ?? formats.date(value)}
      error={faulty}
      helperText={faulty ? translate('review.invalid_date') : undefined}
      onChange={({ target }) => {
        setDraft(target.value);
        setFaulty(false);
      }}
      onBlur={commit}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
      sx={{ width: 148 }}
    />
  );
};

function useDelayed<T>(value: T, ms: number): T {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return delayed;
}
