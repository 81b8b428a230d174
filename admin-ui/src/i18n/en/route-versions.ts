import type { routeFiles as thaiFiles, routeVersions as thaiVersions } from '../th/route-versions';
import type { Texts } from '../texts';

/** Texts of a route's versions, of its files, and of the route in use. */
export const routeVersions: Texts<typeof thaiVersions> = {
  title: 'Versions', of: 'Versions of the route: %{name}', link: 'See every version', none: 'No version of this route is published yet', state: { inForce: 'In force', scheduled: 'Waits for its day', retired: 'Retired', calledOff: 'Called off before its day' },
  span: 'From %{from} to %{until}', ownProduct: 'Came with the installation', approvedBy: 'Approved by %{name}', digest: 'Digest (SHA-256) %{sha256}',
  compare: 'Compare with', compareNone: 'No other version', changesFrom: 'What changes from version %{before} to version %{after}', same: 'Both versions are the same', change: { added: 'New', changed: 'Changed', removed: 'Taken out' },
  rollBack: 'Bring this version back', rollBackTo: 'Bring version %{n} back', rollBackText: 'What version %{n} says is published as a new version. No version is lost',
  callOff: 'Call this version off', callOffText: 'Version %{n}, which was to begin on %{date}, will not be used. The version in force goes on', callOffReason: 'Why it is called off', calledOffNow: 'Called off: the version in force goes on',
};
export const routeFiles: Texts<typeof thaiFiles> = { title: 'Files', drawing: 'Drawing (PDF)', manual: 'Work manual (PDF)', svg: 'Picture (SVG)', png: 'Picture (PNG)', bpmn: 'BPMN 2.0 (with places on the canvas)', json: 'JSON (the route alone)', notSaved: 'The draft could not be saved yet, so no file was made', noPng: 'This browser cannot make a PNG: use the SVG or the PDF' };
