export { readBareRows, readFreeRows } from './free-rows.js';
export { type Row } from './row.js';
export { type ItemTable, readTables } from './table.js';
export { TableArea } from './table-area.js';
