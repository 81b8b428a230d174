import { hasThai } from './script';

test.each([['ข่าว', true], ['ว 12', true], ['๑๒', true], ['exchange', false], ['12', false], ['', false]])('%j', (text, is) => expect(hasThai(text)).toBe(is));
