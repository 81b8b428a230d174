/**
 * Names of things. All entity ids are random UUIDs (v4), never ordered by time, so that an id tells nothing about when
 * a letter was made or how many there are. Only the ids below are derived, so that a repeated call finds what the first
 * one made.
 */

/** Temporal workflow id of a letter's life. */
export const letterWorkflowId = (letterId: string): string => `letter/${letterId}`;

/** Key of a machine event on a letter's inbox: unique per letter, equal on every attempt. */
export const machineEventKey = {
  delivery: (deliveryId: string, change: string): string => `delivery:${deliveryId}:${change}`,
  effect: (effectId: string): string => `effect:${effectId}`,
  link: (otherLetterId: string, change: string): string => `link:${otherLetterId}:${change}`,
  timer: (timerId: string, nth: number): string => `timer:${timerId}:${nth}`,
  start: (sourceId: string): string => `start:${sourceId}`,
} as const;
