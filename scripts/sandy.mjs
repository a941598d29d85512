import { checkNode, CLI, ensureInstalled, ensureServerBuilt } from './support/project.mjs';
import { become } from './support/run-node.mjs';

checkNode();
ensureInstalled();
ensureServerBuilt();
become(CLI, process.argv.slice(2));
