/**
 * Lives the stories of a demonstration up to now: letters in flight in different states, some of them overdue. All steps of all
 * letters in the order of their time, since a book never gives an earlier date after a later one.
 */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { getOfficeCalendar } from '#db/repositories/calendars';
import { officeId } from '#db/seeds/insert-offices';
import { LINKED_OFFICES } from '#db/seeds/base';
import { addWorkingDays, type OfficeCalendar } from '#domain/calendar/calendar';
import type { Addressee } from '#domain/letter/content';
import { bangkokDate, bangkokInstant } from '#domain/thai/dates';
import { createPlayer, type PlayedLetter, type Player } from './player';
import { STORIES, type Moment, type Story } from './stories';

type Step = { readonly at: string; readonly run: () => Promise<void> };

/**
 * Writes the letters of the demonstration; does nothing where there are letters already. Answers how many it wrote. `now`: the
 * instant up to which they live.
 */
export async function seedDemoLetters(pool: Pool, { now, stories = STORIES }: { readonly now: string; readonly stories?: readonly Story[] }): Promise<number> {
  const { rowCount } = await pool.query('select 1 from letter limit 1');
  if (rowCount !== 0) return 0;
  const calendar = await getOfficeCalendar(pool, officeId('ops'));
  const player = createPlayer(pool);
  const letters: PlayedLetter[] = [];
  const steps = stories.flatMap((story) => stepsOf(story, { player, letters, now, calendar })).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const { at, run } of steps) {
    await player.runTimers(letters, at);
    player.setTime(at);
    await run();
  }
  await player.runTimers(letters, now);
  return letters.length;
}

type Playing = { readonly player: Player; readonly letters: PlayedLetter[]; readonly now: string; readonly calendar: OfficeCalendar };

function stepsOf(story: Story, { player, letters, now, calendar }: Playing): readonly Step[] {
  const today = bangkokDate(now);
  const instant = ([days, time]: Moment): string => bangkokInstant(addWorkingDays(calendar, today, days), time);
  const { asksIn, to = [], ...letter } = story.letter;
  let played: PlayedLetter | null = null;
  const current = (): PlayedLetter => {
    if (played === null) throw new Error(`the story ${story.key} has not begun`);
    return played;
  };
  const addressees = to.map(addressee);
  const begin: Step = {
    at: instant(story.begins),
    run: async () => {
      played = await player.begin({ ...letter, addressees, ...(asksIn === undefined ? {} : { dateAsked: addWorkingDays(calendar, today, asksIn) }) });
      letters.push(played);
    },
  };
  const recipients = addressees.map(({ deliveryId, officeId: id, addressId, role }) => ({ deliveryId, officeId: id, addressId, role }));
  return [
    begin,
    ...story.steps.map(([moment, act]): Step => ({
      at: instant(moment),
      run: async () => {
        if ('hold' in act) await player.steer(current(), { type: 'hold', post: act.hold, reason: act.reason });
        else await player.act(current(), act.outcome === 'submit' && recipients.length > 0 ? { ...act, recipients } : act);
      },
    })),
  ];
}

/** An office of this installation by its code, or `outside:` and a name. */
function addressee(to: string): Addressee {
  const deliveryId = randomUUID();
  if (to.startsWith('outside:')) return { deliveryId, officeId: null, addressId: randomUUID(), role: 'lead', name: to.slice('outside:'.length), address: 'saraban@budget.example' };
  const office = LINKED_OFFICES.find(({ code }) => code === to);
  if (office === undefined) throw new Error(`no linked office ${to}`);
  return { deliveryId, officeId: officeId(to), addressId: null, role: 'lead', name: office.headTitleTh, address: '' };
}
