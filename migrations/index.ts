import { Initial1763900000000 } from './1763900000000-initial.js';

/** The one list, in order. Written with TypeORM's `Table` API, so the same steps run on SQLite, MySQL and MariaDB. */
export const MIGRATIONS = [Initial1763900000000];
