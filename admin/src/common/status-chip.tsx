import { useTranslate } from 'react-admin';
import { STATUS_TONES } from '../theme/palette';
import { ToneChip } from './tone-chip';

export const StatusChip = ({ status }: { status: string }) => {
  const translate = useTranslate();
  return <ToneChip tone={STATUS_TONES[status] ?? 'neutral'}>{translate(`status.${status}`, { _: status })}</ToneChip>;
};
