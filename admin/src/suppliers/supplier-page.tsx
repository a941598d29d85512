import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useNavigate, useParams } from 'react-router-dom';
import { call } from '../api/http';
import { invoicesApi } from '../api/invoices';
import { type Supplier } from '../api/types';
import { FailedNotice, Notice } from '../common/notice';
import { Page } from '../common/page';
import { Panel } from '../common/panel';
import { TableSkeleton } from '../common/table-skeleton';
import { HIDDEN_AT_FIRST, useInvoiceColumns } from '../invoices/invoice-columns';
import { listLink } from '../invoices/list-link';
import { NotFound } from '../layout/not-found';

const SHOWN = 50;

const SupplierPage = () => {
  const { id = '' } = useParams();
  return /^\d{1,15}$/.test(id) ? <SupplierDetail id={Number(id)} /> : <NotFound />;
};

const SupplierDetail = ({ id }: { id: number }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['suppliers', 'one', id],
    queryFn: ({ signal }) => call<Supplier>(`/suppliers/${id}`, { signal }),
  });
  if (error) return <FailedNotice error={error} onRetry={() => void refetch()} />;
  const facts = [
    ['suppliers.siren', data?.siren],
    ['suppliers.vat_id', data?.vatId],
  ] as const;
  return (
    <Page
      title={data?.name ?? translate('app.loading')}
      maxWidth={1080}
      lead={
        <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
          {facts.map(([word, value]) => (
            <span key={word}>
              {translate(word)} {value ?? translate('common.none')}
            </span>
          ))}
        </Box>
      }
      actions={
        <Button component={RouterLink} to="/suppliers" variant="outlined">
          {translate('suppliers.back')}
        </Button>
      }
    >
      <SupplierInvoices id={id} />
    </Page>
  );
};

const SupplierInvoices = ({ id }: { id: number }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const columns = useInvoiceColumns().filter(({ source }) => !HIDDEN_AT_FIRST.includes(source) && source !== 'score');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['invoices', 'supplier', id],
    queryFn: ({ signal }) =>
      invoicesApi.list({ supplierId: id, sort: 'issueDate', order: 'DESC', perPage: SHOWN }, signal),
  });
  return (
    <Panel
      title={translate('suppliers.invoices_of')}
      flush
      aside={
        <Button size="small" component={RouterLink} to={listLink({ supplierId: id }, 'issueDate', 'DESC')}>
          {translate('suppliers.see_invoices')}
        </Button>
      }
    >
      {isPending && <TableSkeleton rows={4} />}
      {error && <FailedNotice error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && <Notice title={translate('suppliers.no_invoices')} />}
      {data !== undefined && data.total > 0 && (
        <Box sx={{ overflowX: 'auto' }}>
          <Table
            sx={{
              '& td, & th': { px: 2.5, py: 1.125, whiteSpace: 'nowrap' },
              '& tr:last-of-type td': { borderBottom: 0 },
            }}
          >
            <TableHead>
              <TableRow>
                {columns.map(({ source, label, right }) => (
                  <TableCell key={source} align={right ? 'right' : 'left'}>
                    {label}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {data.data.map((invoice) => (
                <TableRow
                  key={invoice.id}
                  hover
                  onClick={() => void navigate(`/invoices/${invoice.id}`)}
                  sx={{ cursor: 'pointer' }}
                >
                  {columns.map(({ source, right, cell }) => (
                    <TableCell key={source} align={right ? 'right' : 'left'}>
                      {cell(invoice)}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Panel>
  );
};

export default SupplierPage;
