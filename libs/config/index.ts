export { ConfigError, loadConfig } from './load-config.js';
export { configTable } from './config-table.js';
export { keptSecret } from './secret-file.js';
export { type Config } from './schema.js';
export { CONFIG } from './config-token.js';
