import type { Texts } from '../texts';
import type * as thai from '../th/correspondents';

export const correspondent: Texts<typeof thai.correspondent> = {
  title: 'Correspondents', subtitle: 'Who has written to the office. Letters go on showing the name as it is written on them', search: 'Name, letter code or telephone', back: 'Intake',
  empty: 'No correspondents yet', emptyText: 'Whoever sends a letter is listed here once it is registered', nothing: 'No such correspondent', nothingText: 'Try a part of the name, or a spelling that was used',
  name: 'Usual name', letterCode: 'Letter code', letterCodeHelp: 'Beginning of their numbers, filled in at intake, such as มท 0310.1/', phone: 'Telephone', address: 'Address', written: 'First written as %{name}', merged: 'Counts as well', acts: 'Acts',
  edit: 'Edit', editOne: 'Edit %{name}', merge: 'Merge', mergeOne: 'Merge %{name} with another', part: 'Part', partOne: 'Part %{name}', saved: 'Saved',
  mergeInto: 'Merge into', mergeText: '“%{name}” counts as the one you choose. Letters go on showing what is written on them, and it can be parted again.', noneFound: 'No other correspondent found',
};
