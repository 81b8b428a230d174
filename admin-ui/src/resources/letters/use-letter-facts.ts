import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterItem } from '#domain/contracts/letters';
import { useFormat } from '../../providers/i18n/use-format';

type Told = Pick<LetterItem, 'receiveNo' | 'letterNo' | 'theirNo' | 'letterDate' | 'theirDate' | 'direction' | 'fromText' | 'toText'>;

/** What a letter is told by in a line: receive number, number, date and the other side; without its number where that stands before it. */
export function useLetterFacts(): (letter: Told, line?: { readonly isNumbered: true }) => string {
  const translate = useTranslate();
  const format = useFormat();
  return useCallback((letter, line) => [
    letter.receiveNo === null ? '' : translate('item.receiveNoShort', { no: format.digits(letter.receiveNo) }),
    line === undefined ? format.digits(letter.letterNo ?? letter.theirNo) : '',
    format.date(letter.letterDate ?? letter.theirDate),
    letter.direction === 'incoming' ? letter.fromText : letter.toText,
  ].filter((text) => text !== '').join(' · '), [translate, format]);
}
