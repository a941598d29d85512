export * from './quality-gate.js';
export { checkedConfidence, scoreOf } from './score.js';
