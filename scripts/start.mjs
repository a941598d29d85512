import { checkNode, ensureAdminBuilt, ensureInstalled, ensureServerBuilt, SERVER } from './support/project.mjs';
import { become } from './support/run-node.mjs';

checkNode();
ensureInstalled();
ensureServerBuilt();
ensureAdminBuilt();
become(SERVER, []);
