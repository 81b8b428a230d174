import '../../i18n/route-texts';
import { onDemand } from '../../components/on-demand';
import { LoadingRows } from '../../components/states';

/** The frame is drawn before the tools of drawing have come. */
const DraftDesigner = onDemand(() => import('./DraftDesigner').then((module) => module.DraftDesigner), () => <LoadingRows />);

export default function DesignerPage() {
  return <DraftDesigner />;
}
