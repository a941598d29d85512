import { MIGRATIONS } from '../../migrations/index.js';
import { makeDataSource } from '../../libs/persistence/index.js';
import { onEveryDatabase } from '../support/databases.js';

onEveryDatabase((create) => {
  it('builds exactly the schema of the entities, up, down and up again', async () => {
    const database = await create();
    const source = await makeDataSource(database.url).initialize();
    try {
      await source.runMigrations();
      const drift = async () => (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
      expect(await drift()).toEqual([]);
      for (const _ of MIGRATIONS) await source.undoLastMigration();
      expect((await drift()).length).toBeGreaterThan(0);
      await source.runMigrations();
      expect(await drift()).toEqual([]);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});
