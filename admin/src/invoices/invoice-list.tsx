import { Box, Button } from '@mui/material';
import {
  ColumnsButton,
  DataTable,
  ListBase,
  Pagination,
  useListContext,
  usePermissions,
  useTranslate,
} from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Role, type Summary } from '../api/types';
import { FailedNotice, Notice } from '../common/notice';
import { Page } from '../common/page';
import { TableSkeleton } from '../common/table-skeleton';
import { LINE, PAPER } from '../theme/palette';
import { ExportButton } from './export-button';
import { HIDDEN_AT_FIRST, useInvoiceColumns } from './invoice-columns';
import { InvoiceFilters } from './invoice-filters';
import { useRememberListAddress } from './use-list-address';
import { ViewsMenu } from './views-menu';

const quiet = { onError: () => undefined };

const InvoiceList = () => {
  useRememberListAddress();
  return (
    <ListBase
      resource="invoices"
      sort={{ field: 'receivedAt', order: 'DESC' }}
      perPage={25}
      storeKey={false}
      queryOptions={quiet}
    >
      <ListPage />
    </ListBase>
  );
};

const ListPage = () => {
  const translate = useTranslate();
  const { total } = useListContext<Summary>();
  const { permissions } = usePermissions<Role>();
  return (
    <Page
      title={translate('invoices.title')}
      lead={total === undefined ? '\u00a0' : translate('invoices.count', { smart_count: total })}
      maxWidth={1600}
      actions={
        <>
          <ViewsMenu />
          <ColumnsButton />
          <ExportButton />
          {permissions !== 'auditor' && (
            <Button variant="contained" component={RouterLink} to="/read">
              {translate('menu.read')}
            </Button>
          )}
        </>
      }
    >
      <InvoiceFilters />
      <Results />
    </Page>
  );
};

const Results = () => {
  const translate = useTranslate();
  const columns = useInvoiceColumns();
  const { data, error, isPending, refetch, total, filterValues, setFilters } = useListContext<Summary>();
  const filtered = Object.keys(filterValues as object).length > 0;
  return (
    <Box sx={{ background: PAPER, border: `1px solid ${LINE}`, borderRadius: 3, overflow: 'hidden' }}>
      {error ? <FailedNotice error={error} onRetry={() => void refetch()} /> : null}
      {!error && isPending && <TableSkeleton />}
      {!error && !isPending && total === 0 && (
        <Notice
          title={translate(filtered ? 'invoices.no_result' : 'invoices.empty')}
          actions={
            filtered ? (
              <Button variant="outlined" onClick={() => setFilters({}, {}, false)}>
                {translate('invoices.clear')}
              </Button>
            ) : (
              <Button variant="contained" component={RouterLink} to="/read">
                {translate('menu.read')}
              </Button>
            )
          }
        />
      )}
      {!error && data !== undefined && total !== 0 && (
        <>
          <DataTable<Summary>
            bulkActionButtons={false}
            rowClick={(id) => `/invoices/${id}`}
            hiddenColumns={HIDDEN_AT_FIRST}
            sx={{
              '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
              '& td, & th': { px: { xs: 1.25, lg: 2 }, py: 1.125 },
              '& tr:last-of-type td': { borderBottom: 0 },
            }}
          >
            {columns.map(({ source, label, right = false, sortable = false, cell }) => (
              <DataTable.Col
                key={source}
                source={source as keyof Summary}
                label={label}
                disableSort={!sortable}
                align={right ? 'right' : 'left'}
                render={cell}
                sx={{ whiteSpace: 'nowrap' }}
              />
            ))}
          </DataTable>
          <Pagination rowsPerPageOptions={[25, 50, 100, 200]} sx={{ borderTop: `1px solid ${LINE}` }} />
        </>
      )}
    </Box>
  );
};

export default InvoiceList;
