import { listLink } from './list-link';

describe('a link to the list', () => {
  it('carries filters and sorting in the address', () => {
    const query = new URL(listLink({ status: ['in_review'] }, 'dueDate'), 'http://x').searchParams;
    expect(JSON.parse(query.get('filter')!)).toEqual({ status: ['in_review'] });
    expect(query.get('sort')).toBe('dueDate');
    expect(query.get('order')).toBe('ASC');
  });
});
