import { useEffect } from 'react';
import { useStore } from 'react-admin';
import { useLocation } from 'react-router-dom';

/** The list as it was last looked at, for the way back to it. */
export function useListAddress(): string {
  const [search] = useStore<string>('invoices.address', '');
  return `/invoices${search}`;
}

export function useRememberListAddress(): void {
  const { search } = useLocation();
  const [, remember] = useStore<string>('invoices.address', '');
  useEffect(() => remember(search), [remember, search]);
}
