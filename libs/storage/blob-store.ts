import { type Readable } from 'node:stream';

/**
 * Keeps files by key, for good. Keys are made by us (`documents/ab/abcd…`), never by a user.
 */
export interface BlobStore {
  /** Takes a local file over; it is gone from its place afterwards. The same key again changes nothing. */
  put(key: string, localPath: string): Promise<void>;
  has(key: string): Promise<boolean>;
  /** @throws SandyError `resource.not_found` */
  read(key: string): Promise<Readable>;
  /** Gives readers that need a path one for as long as `use` runs. @throws SandyError `resource.not_found` */
  withFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T>;
  delete(key: string): Promise<void>;
  /** @throws when nothing can be written */
  check(): Promise<void>;
}

export const BLOB_STORE = Symbol('BLOB_STORE');
