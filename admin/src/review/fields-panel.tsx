import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CheckList } from './check-list';
import { FieldInput } from './field-input';
import { FIELD_GROUPS } from './field-groups';
import { History } from './history';
import { LinesGrid } from './lines-grid';
import { Origin } from './origin';
import { Section } from './section';
import { VatGrid } from './vat-grid';

/** The right-hand side, in the order in which an accountant reads an invoice. */
export const FieldsPanel = () => {
  const translate = useTranslate();
  return (
    <>
      {FIELD_GROUPS.map(({ id, fields }) => (
        <Section key={id} title={translate(`group.${id}`)}>
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
              columnGap: 1.5,
              rowGap: 1,
            }}
          >
            {fields.map((name) => (
              <FieldInput key={name} name={name} />
            ))}
          </Box>
          {id === 'totals' && <VatGrid />}
        </Section>
      ))}
      <LinesGrid />
      <CheckList />
      <Origin />
      <History />
    </>
  );
};
