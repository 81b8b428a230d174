/**
 * Key of the lock on an office's calendar: shared by whoever counts a deadline by it and writes that down, exclusive for whoever
 * changes it. So no deadline counted by the old calendar is written once the others have been moved to the new one.
 */
export const calendarLock = (officeId: string): string => `hashtextextended('calendar/' || ${officeId}::text, 0)`;
