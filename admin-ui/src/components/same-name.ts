/** Whether two names read the same, spaces and brackets aside: then one of them is enough. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (name: string): string => name.replace(/[\s()]/g, '');
