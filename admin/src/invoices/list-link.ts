/** The address of the list with these filters; the same form that the list itself writes. */
export function listLink(filter: Readonly<Record<string, unknown>>, sort = 'receivedAt', order = 'ASC'): string {
  const query = new URLSearchParams({
    displayedFilters: '{}',
    filter: JSON.stringify(filter),
    order,
    page: '1',
    perPage: '25',
    sort,
  });
  return `/invoices?${query}`;
}
