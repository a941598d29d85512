import { type ThrottlerModuleOptions } from '@nestjs/throttler';

const MINUTE_MS = 60_000;

const emailOf = ({ body }: Record<string, unknown>): string => {
  const email = (body as { email?: unknown } | undefined)?.email;
  return typeof email === 'string' ? email.toLowerCase().slice(0, 200) : '';
};

/**
 * Two counts, each enough to refuse: attempts on one account from one address, and attempts on any accounts from one
 * address. The second bounds the work of checking passwords too.
 */
export const LOGIN_THROTTLE: ThrottlerModuleOptions = [
  {
    name: 'account',
    ttl: MINUTE_MS,
    limit: 10,
    getTracker: (request) => `${String(request.ip)}|${emailOf(request)}`,
  },
  { name: 'address', ttl: MINUTE_MS, limit: 60, getTracker: (request) => String(request.ip) },
];
