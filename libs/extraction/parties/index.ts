export { type Address, addressOf } from './addresses.js';
export { type NameCandidate, nameCandidates } from './names.js';
export { type PartyBlock, partyBlocks, type PartyKey } from './regions.js';
export { nameKey } from './text.js';
