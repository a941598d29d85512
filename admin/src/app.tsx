import { lazy } from 'react';
import { Admin, CustomRoutes, localStorageStore, Resource } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { authProvider } from './api/auth-provider';
import { dataProvider } from './api/data-provider';
import { queryClient } from './api/query-client';
import { i18nProvider } from './i18n/i18n-provider';
import { CrashPage } from './layout/error-boundary';
import { Layout } from './layout/layout';
import { NotFound } from './layout/not-found';
import { PageSkeleton } from './layout/page-skeleton';
import { LoginPage } from './login/login-page';
import { theme } from './theme/theme';

const HomePage = lazy(() => import('./home/home-page'));
const ReadingPage = lazy(() => import('./reading/reading-page'));
const InvoiceList = lazy(() => import('./invoices/invoice-list'));
const ReviewPage = lazy(() => import('./review/review-page'));
const SupplierList = lazy(() => import('./suppliers/supplier-list'));
const SupplierPage = lazy(() => import('./suppliers/supplier-page'));
const SettingsPage = lazy(() => import('./settings/settings-page'));

const store = localStorageStore('1', 'sandy');

/** Without transitions: in one, the page that needs a sign-in stays mounted and asks for it again without end. */
export const App = () => (
  <BrowserRouter useTransitions={false}>
    <Admin
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      theme={theme}
      darkTheme={null}
      layout={Layout}
      loginPage={LoginPage}
      dashboard={HomePage}
      loading={PageSkeleton}
      error={CrashPage}
      catchAll={NotFound}
      requireAuth
      disableTelemetry
    >
      <Resource name="invoices" list={InvoiceList} edit={ReviewPage} />
      <Resource name="suppliers" list={SupplierList} show={SupplierPage} />
      <CustomRoutes>
        <Route path="/read" element={<ReadingPage />} />
        <Route path="/settings" element={<SettingsPage />} />
      </CustomRoutes>
    </Admin>
  </BrowserRouter>
);
