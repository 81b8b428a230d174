/** Texts of what is done with the papers of a letter. */
export const stamps = {
  title: 'Move the receipt stamp', lay: 'Lay it here', laid: 'The stamp is laid anew; the page before is kept', which: 'Stamp to move', movable: 'Receipt stamp of %{name}, moved by the arrow keys',
  help: 'Drag the stamp to where the page is empty, or choose it and press the arrow keys (1 mm each, with Shift 1 cm). On this page it has its true size, 5 × 2.5 cm. The original is not changed; a digital signature in it stays valid.',
  findEmpty: 'Find an empty place', noEmpty: 'There is no place left for this stamp. Please move it yourself.', at: '%{left} cm from the left, %{top} cm from the top', isEmpty: 'This place is empty', isNotEmpty: 'There is text or a picture under the stamp here',
  found: { unseen: 'This page is a scanned picture: the stamp was laid in the upper right corner without knowing whether that is empty. Please look.', covers: 'The page has no empty place large enough: the stamp was laid where it covers least. Please look.' },
};
