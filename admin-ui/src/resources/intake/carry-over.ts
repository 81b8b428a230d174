import type { LetterPage } from '#domain/contracts/letter-page';
import { printCited } from '#domain/intake/cited';
import type { FileItem, FileRole } from '../../components/use-files';
import { EMPTY_INTAKE, type IntakeValues } from './intake-form';
import type { Waiting } from './use-pile';

/** The number that the office gave it, of those that stand. */
const receiveNoOf = ({ numbers, receiveNo }: LetterPage): string => receiveNo ?? numbers.find(({ status }) => status === 'issued')?.printed ?? '';

/** Everything that stands on a registration, for the form that takes its place. */
export function carryOver(letter: LetterPage): Waiting {
  const { channel, secrecy, facts } = letter;
  const unit = facts['proposedUnit'];
  const values: IntakeValues = {
    ...EMPTY_INTAKE,
    channel: channel === 'exchange' ? 'counter' : channel,
    kind: letter.kind,
    urgency: letter.urgency,
    urgentBy: letter.urgentBy,
    secrecy: secrecy === 'confidential' || secrecy === 'secret' ? secrecy : 'none',
    fromText: letter.fromText,
    toText: letter.toText,
    theirNo: letter.theirNo,
    theirDate: letter.theirDate,
    subject: letter.subject ?? '',
    dateAsked: letter.dateAsked,
    enclosures: letter.enclosureList.join('\n'),
    references: letter.references.map(printCited).join('\n'),
    proposedUnitId: typeof unit === 'string' ? unit : null,
    answersLetterId: letter.links.find(({ kind }) => kind === 'answers')?.letterId ?? null,
    insteadOf: { letterId: letter.id, seq: letter.seq, receiveNo: receiveNoOf(letter) },
  };
  return { key: letter.id, values, files: letter.documents.flatMap((document) => (isOfIt(document) ? [toFile(document)] : [])) };
}

type OfIt = LetterPage['documents'][number] & { readonly role: FileRole };
const isOfIt = (document: LetterPage['documents'][number]): document is OfIt => !document.isSuperseded && (document.role === 'main' || document.role === 'enclosure');
const toFile = ({ id, role, name, sizeBytes, pages }: OfIt): FileItem => ({ key: id, role, name, size: sizeBytes, status: 'ready', progress: 1, error: '', documentId: id, pages, duplicates: [], file: null });
