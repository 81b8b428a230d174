import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CopyItem } from '#domain/contracts/tasks';
import { Mark } from '../../components/marks';
import '../../i18n/beside-texts';
import { useApi } from '../../providers/data/data-provider';
import { useAct } from '../commands/use-commands';
import { BesideList } from './BesideList';

/** สำเนาเพื่อทราบ: copies for information, whether I have opened them, and ทราบ by one tap where somebody waits for it. */
export function CopiesList() {
  const api = useApi();
  return <BesideList<CopyItem> name="copies" ask={(query, signal) => api.copies({ query, signal })} renderAction={(item) => <CopyActs item={item} />} />;
}

function CopyActs({ item }: { readonly item: CopyItem }) {
  const translate = useTranslate();
  const api = useApi();
  const act = useAct({ done: 'act.done' });
  const params = { letterId: item.letterId, taskId: item.taskId };
  const note = (): void => void act.run({ rev: item.rev, outcome: 'acknowledge' }, (key, body) => api.actOnTask({ params, body, key }));
  return (
    <Box sx={{ display: 'flex', flexDirection: { xs: 'column', sm: 'row' }, gap: 1, alignItems: 'center', justifyContent: 'center', px: 1.5, py: 1, flexShrink: 0 }}>
      {item.isSeen ? <Mark tone="good">{translate('beside.copySeen')}</Mark> : <Mark tone="info">{translate('beside.copyUnseen')}</Mark>}
      {item.isOpen && !item.isHeld ? <Button variant="outlined" loading={act.isRunning} onClick={note}>{translate('beside.note')}</Button> : null}
    </Box>
  );
}
