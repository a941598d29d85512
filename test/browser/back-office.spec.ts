import { type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { makeSample, type Sample } from '../../libs/samples/index.js';
import { ADMIN } from '../support/app.js';
import { hasBrowser, openBrowser, watch } from '../support/browser.js';
import { Client, freePort, kill, startProcess } from '../support/process.js';

const STEP_MS = 10_000;

if (!hasBrowser()) {
  it.skip('the back office: Chromium is missing, `npm test` installs it', () => {});
} else {
  describe('the back office', () => {
    let folder: string;
    let server: ChildProcess;
    let browser: Browser;
    let page: Page;
    let origin: string;
    let faults: string[];
    let sample: Sample;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'sandy-browser-'));
      const port = String(await freePort());
      origin = `http://127.0.0.1:${port}`;
      server = startProcess('api', { DATA_DIR: join(folder, 'data'), PORT: port });
      await new Client(origin).ready();
      browser = await openBrowser();
      page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
      page.setDefaultTimeout(STEP_MS);
      faults = watch(page, origin);
      sample = await makeSample(301, { format: 'facturx', supplier: 'nerisse', mismatch: true });
      writeFileSync(join(folder, 'facture.pdf'), sample.bytes);
    }, 90_000);

    afterAll(async () => {
      await browser?.close();
      if (server) await kill(server);
      rmSync(folder, { recursive: true, force: true });
    });

    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    const open = (name: string) =>
      page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name, exact: true }).click();

    it('refuses a wrong password in words, then lets in', async () => {
      await page.goto(origin);
      await page.getByLabel('Adresse e-mail').fill(ADMIN.email);
      await page.getByLabel('Mot de passe', { exact: true }).fill('pas le bon mot');
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await page.getByText('L’adresse e-mail ou le mot de passe n’est pas le bon.').waitFor();
      expect(faults.splice(0).filter((fault) => !/401/.test(fault))).toEqual([]);
      await page.getByLabel('Mot de passe', { exact: true }).fill(ADMIN.password);
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await page.getByText('Aucune facture à vérifier').waitFor();
    }, 60_000);

    it('reads a file that is handed in and leads to what needs a look', async () => {
      await page.getByRole('link', { name: 'Lire une facture' }).first().click();
      await page.locator('input[type=file]').setInputFiles(join(folder, 'facture.pdf'));
      await page.getByRole('link', { name: 'Vérifier la facture' }).click();
      await field('Numéro de facture').waitFor();
      expect(await field('Numéro de facture').inputValue()).toBe(sample.truth.embedded!.fields.invoiceNumber);
    }, 60_000);

    it('shows the page beside the fields, and a field’s place when it has the focus', async () => {
      await page.getByRole('img').first().waitFor();
      await field('Date d’émission').focus();
      await page.locator('[data-field-box=issueDate]').first().waitFor();
      expect(await page.locator('[data-word]').count()).toBeGreaterThan(40);
      expect(await page.locator('[data-mark=failed]').count()).toBeGreaterThan(0);
    }, 60_000);

    it('takes a word of the page into the field that has the focus', async () => {
      await field('Bon de commande').focus();
      const word = page.locator('[data-word^="ABO"], [data-word^="Abo"]').first();
      const target = (await word.count()) > 0 ? word : page.locator('[data-word]').last();
      const text = await target.getAttribute('data-word');
      await target.click({ modifiers: ['Alt'] });
      await expect(field('Bon de commande').inputValue()).resolves.toContain(text);
    }, 60_000);

    it('takes corrections in French form and keeps them without leaving the page', async () => {
      await field('Bon de commande').fill('BC-2026-77');
      await field('Bon de commande').blur();
      const onPage = sample.truth.fields;
      const french = (amount: string) => amount.replace('.', ',');
      for (const [name, key] of [
        ['Total HT', 'totalWithoutVat'],
        ['Total TVA', 'totalVat'],
        ['Total TTC', 'totalWithVat'],
        ['Net à payer', 'amountDue'],
      ] as const) {
        await field(name).fill(french(onPage[key]!));
        await field(name).blur();
      }
      await page.getByText('Enregistré').first().waitFor();
      expect(await field('Total TTC').inputValue()).toMatch(/^[\d\s\u202f\u00a0]+,\d\d$/);
    }, 60_000);

    it('accepts it into the books, where the corrected values are found again', async () => {
      await page.getByRole('button', { name: 'Accepter', exact: true }).click();
      await page.getByText('Acceptée').first().waitFor();
      const client = await new Client(origin).signIn();
      const { data } = await client.get('/invoices?status=accepted');
      expect(data).toHaveLength(1);
      const invoice = await client.get(`/invoices/${data[0].id}`);
      expect(invoice).toMatchObject({
        status: 'accepted',
        decidedBy: ADMIN.email,
        totalWithVat: sample.truth.fields.totalWithVat,
      });
      expect(invoice.fields.orderReference).toMatchObject({ value: 'BC-2026-77', source: 'person' });
      await open('Factures');
      await page.getByText('Nérisse Logiciels SAS').first().waitFor();
    }, 60_000);

    it('speaks English when asked to', async () => {
      await page.getByText('EN', { exact: true }).click();
      await page.getByRole('heading', { name: 'Invoices' }).waitFor();
      await page.getByText('FR', { exact: true }).click();
      await page.getByRole('heading', { name: 'Factures' }).waitFor();
    }, 60_000);

    it('did all this without an error in the page and without a call to another host', () => {
      expect(faults).toEqual([]);
    });
  });
}
