import { Box } from '@mui/material';
import { DataTable, FilterLiveSearch, ListBase, Pagination, useListContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Supplier } from '../api/types';
import { FailedNotice, Notice } from '../common/notice';
import { Page } from '../common/page';
import { TableSkeleton } from '../common/table-skeleton';
import { LINE, PAPER } from '../theme/palette';

const quiet = { onError: () => undefined };

const SupplierList = () => (
  <ListBase resource="suppliers" perPage={25} storeKey={false} queryOptions={quiet}>
    <SupplierListPage />
  </ListBase>
);

const SupplierListPage = () => {
  const translate = useTranslate();
  const { data, error, isPending, refetch, total, filterValues } = useListContext<Supplier>();
  const searched = Boolean((filterValues as { q?: string }).q);
  const none = translate('common.none');
  return (
    <Page title={translate('suppliers.title')} maxWidth={1080}>
      <Box sx={{ mb: 2, maxWidth: 340 }}>
        <FilterLiveSearch source="q" label={translate('suppliers.search')} sx={{ m: 0 }} />
      </Box>
      <Box sx={{ background: PAPER, border: `1px solid ${LINE}`, borderRadius: 3, overflow: 'hidden' }}>
        {error ? <FailedNotice error={error} onRetry={() => void refetch()} /> : null}
        {!error && isPending && <TableSkeleton />}
        {!error && !isPending && total === 0 && (
          <Notice title={translate(searched ? 'suppliers.no_result' : 'suppliers.empty')} />
        )}
        {!error && data !== undefined && total !== 0 && (
          <>
            <DataTable<Supplier>
              bulkActionButtons={false}
              rowClick={(id) => `/suppliers/${id}/show`}
              sx={{ '& td, & th': { px: 2, py: 1.375 }, '& tr:last-of-type td': { borderBottom: 0 } }}
            >
              <DataTable.Col
                source="name"
                label={translate('suppliers.name')}
                disableSort
                render={({ id, name }) => (
                  <Box
                    component={RouterLink}
                    to={`/suppliers/${id}/show`}
                    onClick={(event: React.MouseEvent) => event.stopPropagation()}
                    sx={{
                      fontWeight: 600,
                      color: 'text.primary',
                      textDecoration: 'none',
                      '&:hover': { textDecoration: 'underline' },
                    }}
                  >
                    {name}
                  </Box>
                )}
              />
              <DataTable.Col
                source="siren"
                label={translate('suppliers.siren')}
                disableSort
                render={({ siren }) => siren ?? none}
              />
              <DataTable.Col
                source="vatId"
                label={translate('suppliers.vat_id')}
                disableSort
                render={({ vatId }) => vatId ?? none}
              />
            </DataTable>
            <Pagination rowsPerPageOptions={[25, 50, 100]} sx={{ borderTop: `1px solid ${LINE}` }} />
          </>
        )}
      </Box>
    </Page>
  );
};

export default SupplierList;
