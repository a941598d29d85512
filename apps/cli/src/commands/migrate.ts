import { Database } from '../../../../libs/persistence/index.js';
import { environment } from '../context.js';
import { type Command } from '../usage.js';

export const migrate: Command = {
  async run() {
    const database = await Database.open(environment().databaseUrl);
    try {
      const ran = await database.migrate();
      process.stdout.write(ran.length > 0 ? `${ran.join('\n')}\n` : 'The database is up to date.\n');
      return 0;
    } finally {
      await database.close();
    }
  },
};
