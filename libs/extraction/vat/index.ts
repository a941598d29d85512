export { addingUp, breakdownOf, type RateLine, rateLines } from './breakdown.js';
