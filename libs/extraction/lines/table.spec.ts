import { factsOf } from '../facts.js';
import { printedPage } from '../fixtures/printed-page.js';
import { layoutOf } from '../layout/index.js';
import { readFreeRows } from './free-rows.js';
import { readTables } from './table.js';

const factsIn = (...pages: string[]) =>
  factsOf(layoutOf(pages.map((text, index) => printedPage(text, { number: index + 1 }))), [], new Map());
const rowsIn = (...pages: string[]) =>
  readTables(factsIn(...pages)).rows.map((row) => [
    row.quantity?.value,
    row.unitPrice?.value,
    row.net?.value ?? row.computedNet,
  ]);

describe('item tables', () => {
  it('read headings that are set on two lines', () => {
    expect(
      rowsIn(`
                            Prix          Prix
   Désignation     Qté      unitaire      total HT
   Vis             4        2,50          10,00
`),
    ).toEqual([['4', '2.50', '10.00']]);
  });

  it('go on after a subtotal only with rows whose arithmetic holds, and never take totals for rows', () => {
    expect(
      rowsIn(`
   Item            Quantity      Price        Amount
   Chair           2             10.00        20.00
   Subtotal                                   20.00
   Lamp            3             5.00         15.00
   Subtotal                                   35.00
   Tax 20%                                    7.00
   Total                                      42.00
`),
    ).toEqual([
      ['2', '10.00', '20.00'],
      ['3', '5.00', '15.00'],
    ]);
  });

  it('leave out discounts on the document and amounts carried forward', () => {
    expect(
      rowsIn(
        `
   Désignation     Qté      PU HT       Montant HT
   Vis             4        2,50        10,00
   Remise commerciale                   -1,00
                        À reporter      10,00
`,
        `
   Désignation     Qté      PU HT       Montant HT
                        Report          10,00
   Clous           2        1,00        2,00
`,
      ),
    ).toEqual([
      ['4', '2.50', '10.00'],
      ['2', '1.00', '2.00'],
    ]);
  });

  it('find the price above or below its row', () => {
    expect(
      rowsIn(`
   Désignation     Qté      PU HT            Montant HT
                            Brut 3,00
   Vis             4                         10,00
                            (net) 2,50
`),
    ).toEqual([['4', '2.50', '10.00']]);
  });

  it('compute the net amount where the column includes VAT', () => {
    expect(
      rowsIn(`
   Product         Qty      Price       Tax          Total
   Card            2        100.00      14.50%       229.00
`),
    ).toEqual([['2', '100.00', '200.00']]);
  });

  it('are not seen in a VAT summary or a list of payments', () => {
    expect(rowsIn('   Taux     Base HT     Montant TVA\n   20%      100,00      20,00')).toEqual([]);
    expect(rowsIn('   Payment       Date           Amount\n   Transfer      11/17/2017     623.00')).toEqual([]);
  });
});

describe('items without headings', () => {
  it('are three figures of which two make the third, beside a text', () => {
    const { rows } = readFreeRows(
      factsIn('   Nettoyage des vitres      3      12,50      37,50\n   3      4,00      5,00'),
    );
    expect(rows.map((row) => [row.description, row.net?.value])).toEqual([['Nettoyage des vitres', '37.50']]);
  });
});
