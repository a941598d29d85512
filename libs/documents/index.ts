export * from './barcode-reader.js';
export * from './document.js';
export * from './document-reader.js';
export * from './limits.js';
export { NativePool, type NativePoolOptions } from './native/native-pool.js';
export * from './viewer-image.js';
export { isInvoiceRoot, xmlRoot, type XmlRoot } from './xml-root.js';
