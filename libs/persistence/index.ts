export { Database } from './database.js';
export { isSqlite, makeDataSource, writerOptions } from './data-source.js';
export { type Stores } from './stores/index.js';
