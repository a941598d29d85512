export { BLOB_STORE, type BlobStore } from './blob-store.js';
export { LocalBlobStore } from './local-blob-store.js';
export { Receiver, type ReceivedFile } from './receiver.js';
