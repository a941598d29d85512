/**
 * The only way to the books. `S` is the set of stores that the caller needs.
 *
 * `run` is a transaction: everything in it is kept, or nothing. On SQLite it also waits its turn, because there is
 * one writing connection. Never call `run` from within `run`, and do no slow work inside.
 */
export interface UnitOfWork<S> {
  run<T>(work: (stores: S) => Promise<T>): Promise<T>;
  /** Reads what is committed, without a transaction. Writing here is a mistake; SQLite refuses it. */
  read<T>(work: (stores: S) => Promise<T>): Promise<T>;
}
