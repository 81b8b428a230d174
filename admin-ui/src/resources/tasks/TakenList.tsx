import { useApi } from '../../providers/data/data-provider';
import { BesideList } from './BesideList';

/** ผู้อื่นรับไปแล้ว: tasks of my groups that somebody else has taken, and who. They come back into the inbox by themselves when given back. */
export function TakenList() {
  const api = useApi();
  return <BesideList name="taken" ask={(query, signal) => api.takenTasks({ query, signal })} />;
}
