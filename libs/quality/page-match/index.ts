export { compareXmlWithPage, type XmlComparison } from './compare-xml-with-page.js';
