import type { PersonName } from '#db/repositories/names';
import type { LocalName } from '#domain/contracts/common';
import type { Route } from '#domain/route/model';
import { type PlaceNames, placeWords } from '#domain/route/place-words';
import { type Broken, pathOf, type Rehearsal } from '#domain/route/rehearsal';
import { firstDifference } from '#domain/route/rehearsal/cases';
import { addressed } from '#domain/route/rehearsal/log';
import { type LogWords, sayDue, sayEntry, sayWho } from '#domain/route/rehearsal/say-log';
import type { TestCase } from '#domain/route/rehearsal/script';
import type { RehearsalSetting } from '#domain/route/rehearsal/session';
import { type Lang, sayStep } from '#domain/route/say';
import { bangkokTime, formatDate, type Instant } from '#domain/thai/dates';

/** Names by which the rehearsal is told. */
export function logWords({ lang, places, byId, persons }: { readonly lang: Lang; readonly places: PlaceNames; readonly byId: { readonly [id: string]: LocalName }; readonly persons: ReadonlyMap<string, PersonName> }): LogWords {
  const words = placeWords(places, lang, byId);
  const personOf = (id: string): string => {
    const name = persons.get(id)?.name;
    return name === undefined ? id : lang === 'en' && name.en !== '' ? name.en : name.th;
  };
  const dateTime = (at: Instant): string => (lang === 'en' ? `${formatDate(at, 'english')} ${bangkokTime(at)}` : `${formatDate(at, 'register', 'arabic')} ${bangkokTime(at).replace(':', '.')} น.`);
  return { ...words, dateTime, count: String, person: personOf, postById: (id) => words.postById?.(id) ?? id };
}

type Told = {
  readonly rehearsal: Rehearsal;
  readonly setting: RehearsalSetting;
  readonly route: Route;
  readonly words: LogWords;
  /** Null: nothing was drawn. */
  readonly seed: number | null;
  /** The way that a test case goes; null where any will do. */
  readonly expected: TestCase['expected'] | null;
};

/** The rehearsal line by line, and whether the letter could go where it should. */
export function sayRehearsal(told: Told): { readonly lines: readonly string[]; readonly isSound: boolean } {
  const { rehearsal, setting, route, words } = told;
  const context = { words, route, routes: setting.routes };
  const path = pathOf(rehearsal, setting);
  const trouble = troubleOf(told, path);
  return {
    lines: [
      ...rehearsal.log.map((entry) => `${words.dateTime(entry.at)}\t${sayEntry(entry, context)}`),
      ...standing(told),
      `${TEXTS.way[words.lang]}: ${path.map((id) => sayStep(route, id, words)).join(' → ')}`,
      ...(told.seed === null ? [] : [TEXTS.seed(told.seed)[words.lang]]),
      ...(trouble === null ? [] : [`✗ ${trouble[words.lang]}`]),
    ],
    isSound: trouble === null,
  };
}

/** Who is asked where the moves end before the letter does. */
function standing({ rehearsal: { asked, state, now }, words, setting, route }: Told): readonly string[] {
  return asked.map(({ task, dueAt }) => {
    const on = setting.routes[state?.frames[task.frame]?.route ?? setting.route] ?? route;
    const who = sayWho(addressed(setting.directoryAt(now), task.postIds, task.personId), words);
    return `${TEXTS.now[words.lang]}: ${[`${sayStep(on, task.node, words)}: ${who}`, ...(dueAt === null ? [] : [sayDue(dueAt, words)])].join(' · ')}`;
  });
}

const TEXTS = {
  way: { th: 'ทางที่ผ่าน', en: 'Way' },
  now: { th: 'ขณะนี้อยู่ที่', en: 'Stands at' },
  seed: (seed: number): LocalName => ({ th: `สุ่มการดำเนินการด้วยเลขตั้งต้น ${seed}`, en: `Acts drawn with the seed ${seed}` }),
  stuck: { th: 'หนังสือค้างอยู่ ไม่มีผู้ใดดำเนินการต่อได้', en: 'The letter is stuck: nobody can go on with it' },
  endless: { th: 'หนังสือยังไม่สิ้นสุด แม้ดำเนินการครบจำนวนครั้งที่ทดลองได้แล้ว', en: 'The letter has not ended after as many moves as a rehearsal may have' },
} as const;

/** Why it is no good; null where it is. */
function troubleOf({ rehearsal, expected, route, words, seed }: Told, path: readonly string[]): LocalName | null {
  const { broken, isStuck, state } = rehearsal;
  if (broken !== null) return refusalOf(broken);
  if (isStuck) return TEXTS.stuck;
  const differs = expected === null ? null : firstDifference(path, expected);
  if (expected !== null && differs !== null) return otherWay(differs, { route, words, expected: expected[differs], actual: path[differs] });
  return seed !== null && state?.status !== 'ended' ? TEXTS.endless : null;
}

function refusalOf({ move, code, details }: Broken): LocalName {
  const why = `${code}${Object.keys(details).length === 0 ? '' : ` ${JSON.stringify(details)}`}`;
  return move < 0 ? { th: `เส้นทางไม่รับหนังสือนี้: ${why}`, en: `The route does not take the letter: ${why}` } : { th: `ก้าวที่ ${move + 1} ทำไม่ได้: ${why}`, en: `Move ${move + 1} is refused: ${why}` };
}

function otherWay(at: number, { route, words, expected, actual }: Pick<Told, 'route' | 'words'> & { readonly expected: string | undefined; readonly actual: string | undefined }): LocalName {
  const say = (id: string | undefined, none: string): string => (id === undefined ? none : `“${sayStep(route, id, words)}”`);
  return { th: `ขั้นที่ ${at + 1} ควรเป็น ${say(expected, 'ไม่มี')} แต่เป็น ${say(actual, 'ไม่มี')}`, en: `Step ${at + 1} should be ${say(expected, 'none')} but is ${say(actual, 'none')}` };
}
