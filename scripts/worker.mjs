import { join } from 'node:path';
import { checkNode, ensureInstalled, ensureServerBuilt, ROOT } from './support/project.mjs';
import { become } from './support/run-node.mjs';

checkNode();
ensureInstalled();
ensureServerBuilt();
become(join(ROOT, 'dist', 'apps', 'worker', 'src', 'main.js'), []);
