import { Box } from '@mui/material';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { toLines } from '#domain/intake/page-lines';
import { toRuns } from '#domain/intake/pdf-runs';
import { readLetter, type ReadLetter } from '#domain/intake/read-letter';
import { drawnAt } from '../../components/pdf/places';
import PdfViewer, { type ShownPage } from '../../components/pdf/PdfViewer';
import type { Pdf } from '../../components/pdf/use-pdf';
import type { Proposal } from './proposals';
import { useProposalText } from './ProposalsPanel';

/** A page that takes longer is none that a clerk would wait for; the file itself can still be registered. */
const PATIENCE_MS = 10_000;

/** Reads the first page. The file is opened by the worker of pdf.js in the reader's own browser: what is wrong with it goes no further. */
async function readFirstPage(pdf: Pdf): Promise<ReadLetter> {
  const page = await pdf.getPage(1);
  const { height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return readLetter(toLines(toRuns(items), 1), { heightPt: height });
}

const tooLate = (): Promise<null> => new Promise((resolve) => {
  setTimeout(() => resolve(null), PATIENCE_MS);
});

/** The letter as it came, with the places that proposals were read at. */
export default function IntakePreview({ source, name, proposals, pointed, onRead, onUse }: {
  readonly source: string | File;
  readonly name: string;
  readonly proposals: readonly Proposal[];
  /** The proposal that is looked at in the list. */
  readonly pointed: Proposal | null;
  readonly onRead: (read: ReadLetter | null) => void;
  readonly onUse: (proposal: Proposal) => void;
}) {
  const [pdf, setPdf] = useState<Pdf | null>(null);
  const tell = useEffectEvent(onRead);
  useEffect(() => {
    let isLeft = false;
    if (pdf === null) return undefined;
    void Promise.race([readFirstPage(pdf), tooLate()]).catch(() => null).then((read) => (isLeft ? undefined : tell(read)));
    return () => {
      isLeft = true;
    };
  }, [pdf]);
  const overlay = (page: ShownPage) => (page.number === 1 ? <Marks page={page} proposals={proposals} pointed={pointed} onUse={onUse} /> : null);
  return <PdfViewer source={source} name={name} overlay={overlay} onOpen={setPdf} />;
}

function Marks({ page, proposals, pointed, onUse }: { readonly page: ShownPage; readonly proposals: readonly Proposal[]; readonly pointed: Proposal | null; readonly onUse: (proposal: Proposal) => void }) {
  const translate = useTranslate();
  const textOf = useProposalText();
  return (
    <>
      {proposals.filter(({ patch }) => patch !== null).map((proposal) => {
        const { label, value } = textOf(proposal);
        const isPointed = pointed?.field === proposal.field;
        return (
          <Box
            key={proposal.field}
            component="button"
            type="button"
            title={`${label}: ${value}`}
            aria-label={translate(proposal.isUsed ? 'intake.markUsed' : 'intake.useOne', { label, value })}
            disabled={proposal.isUsed}
            onClick={() => onUse(proposal)}
            style={drawnAt(proposal.place, page)}
            sx={{
              position: 'absolute', zIndex: 3, p: 0, border: isPointed ? 3 : 1.5, borderStyle: proposal.isUsed ? 'solid' : 'dashed', borderColor: proposal.isUsed ? 'success.main' : 'primary.main',
              bgcolor: isPointed ? 'rgba(255, 214, 0, 0.35)' : 'transparent', borderRadius: 0.5, cursor: proposal.isUsed ? 'default' : 'pointer',
              '&::after': { content: `"${proposal.isUsed ? '✓ ' : ''}${label}"`, position: 'absolute', right: '100%', top: '50%', transform: 'translateY(-50%)', mr: 0.5, fontSize: 10, lineHeight: 1.3, px: 0.5, borderRadius: 0.5,
                display: { xs: isPointed ? 'block' : 'none', sm: 'block' }, bgcolor: proposal.isUsed ? 'success.main' : 'primary.main', color: '#fff', whiteSpace: 'nowrap' },
            }}
          />
        );
      })}
    </>
  );
}
